// How many sign-ups are how far; those that were corrected on two devices; and those that do not open, with what to do about it.

import type { FollowUpState } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import type { Counts as CountsOfBook } from './book.ts';
import css from './follow-up.module.css';

export interface CountsProps {
  readonly states: readonly FollowUpState[];
  readonly counts: CountsOfBook;
  readonly isOpen: boolean;
}

export function Counts({ states, counts, isOpen }: CountsProps) {
  const { text } = useApp();
  const words = text.followUp;
  const { unknownKey, unreadable, apart } = counts;
  return (
    <>
      <ul class={css.counts} data-marks="none">
        {states.map((state) => (
          <li key={state}>{words.stateOf(words.states[state], counts.byState[state])}</li>
        ))}
      </ul>
      {apart[0] !== undefined && (
        <Notice
          tone="warning"
          title={words.versions.count(apart.length)}
          actions={isOpen && <LinkButton href={routes.followUpOne(apart[0])}>{words.versions.look}</LinkButton>}
        />
      )}
      {unknownKey + unreadable > 0 && (
        <Notice tone="warning" title={words.unopened(unknownKey + unreadable)}>
          {unknownKey > 0 && <p>{words.unknownKey(unknownKey)}</p>}
          {unreadable > 0 && <p>{words.unreadable(unreadable)}</p>}
        </Notice>
      )}
    </>
  );
}
