// The same person twice: one group after the other, side by side, made one or kept apart. Nobody is asked twice about the same two.

import { useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import css from './follow-up.module.css';
import { isOpen } from './merging.ts';
import type { Tell } from './OpenedDesk.tsx';
import { SideBySide } from './SideBySide.tsx';
import type { Desk } from './use-desk.ts';
import type { Group } from './use-duplicates.ts';

export interface TwiceDeskProps {
  /** null while they are being looked for. */
  readonly groups: readonly Group[] | null;
  readonly desk: Desk;
  readonly onTell: Tell;
}

/** More do not fit beside each other; the others come after. */
const most = 4;

export function TwiceDesk({ groups, desk, onTell }: TwiceDeskProps) {
  const { text } = useApp();
  const words = text.followUp;
  const [at, setAt] = useState(0);
  if (groups === null) {
    return (
      <>
        <h2>{words.duplicates}</h2>
        <Skeleton label={words.duplicatesSearching} rows={3} />
      </>
    );
  }
  const place = Math.min(at, groups.length - 1);
  const group = groups[place];
  if (group === undefined) {
    return (
      <>
        <h2>{words.duplicates}</h2>
        <EmptyState icon="people" title={words.duplicatesNone}>
          <p>{words.duplicatesNoneText}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <div class={css.head}>
        <h2>{words.duplicates}</h2>
        <p>{words.group(place + 1, groups.length)}</p>
        {groups.length > 1 && (
          <Button look="quiet" onClick={() => setAt((place + 1) % groups.length)}>
            {words.skip}
          </Button>
        )}
      </div>
      <SideBySide key={group.key} entries={group.entries.filter(isOpen).slice(0, most)} pairs={group.pairs} desk={desk} onTell={onTell} />
    </>
  );
}
