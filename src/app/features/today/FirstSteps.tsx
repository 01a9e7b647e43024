// Today of a library that has nothing yet: what to do first. Field staff start a session; coordinators add sites or a timetable.

import { identity } from '../../../device/store/identity.ts';
import { may } from '../../../domain/may.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';

export function FirstSteps() {
  const { text } = useApp();
  const who = useShared(identity);
  const level = who.state === 'ready' ? who.value?.level : undefined;
  return (
    <EmptyState
      icon="vehicle"
      title={text.today.firstStepsTitle}
      actions={
        level !== undefined &&
        may(level, 'import.stops') && (
          <>
            <LinkButton href={routes.sites} icon="place">
              {text.today.addSites}
            </LinkButton>
            <LinkButton href={routes.importStops} icon="upload">
              {text.today.importStops}
            </LinkButton>
          </>
        )
      }
    >
      {text.today.firstStepsText}
    </EmptyState>
  );
}
