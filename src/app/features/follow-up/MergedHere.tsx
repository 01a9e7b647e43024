// Sign-ups that were made one with this one, each merge with its way back, for as long as the others' details are there.

import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useOpened, useVault } from '../../records/use-vault.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { useWork } from '../../use-work.ts';
import type { Entry } from './book.ts';
import css from './follow-up.module.css';
import { mergesInto, unmergesOf } from './merging.ts';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

export interface MergedHereProps {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly desk: Desk;
  readonly onTell: Tell;
}

export function MergedHere({ entry, entries, desk, onTell }: MergedHereProps) {
  const { device, text } = useApp();
  const words = text.followUp;
  const merges = useMemo(() => mergesInto(entry, entries), [entry, entries]);
  const signUps = useMemo(() => merges.flat().map(({ signUp }) => signUp), [merges]);
  const opened = useOpened(signUps, useVault());
  const [asking, setAsking] = useState<readonly Entry[] | null>(null);
  const work = useWork();

  async function takeBack(merge: readonly Entry[]): Promise<void> {
    const facts = await work.run(async () => (await device.act.followUp()).unmergeSignUps(unmergesOf(entry, merge, entries)));
    setAsking(null);
    if (facts !== undefined) onTell(words.unmerged);
  }

  return (
    <>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {merges.map((merge) => (
        <div key={merge[0]?.id} class={css.merge}>
          <p>{words.mergedHere(text.formatting.list(merge.map(describe)))}</p>
          <Button onClick={() => setAsking(merge)}>{words.unmerge}</Button>
        </div>
      ))}
      <ConfirmDialog
        open={asking !== null}
        title={words.unmergeTitle}
        confirmLabel={words.unmerge}
        cancelLabel={words.unmergeKeep}
        busy={work.busy ? words.applying : undefined}
        onConfirm={() => asking !== null && void takeBack(asking)}
        onCancel={() => setAsking(null)}
      >
        <p>{words.unmergeText(asking?.length ?? 1)}</p>
      </ConfirmDialog>
    </>
  );

  function describe({ session, signUp }: Entry): string {
    const contact = opened.get(signUp.sealedIn.id);
    const name = contact?.ok ? contact.value.name : words.sealed;
    const where = [desk.sessionName(session), text.formatting.moment(signUp.fact.at, desk.places.zone)];
    return `${name} (${where.filter((part) => part !== '').join(', ')})`;
  }
}
