// The newest file of a kind, and what is left to do about it: its sign-ups are marked when a person has seen them arrive in the library
// system. It is found again after the desk has locked, because an import takes longer than that.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SavedFile } from '../../../device/store/meta.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';
import type { Entry } from './book.ts';
import { isToEnter } from './file-people.ts';
import css from './follow-up.module.css';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

export interface LastFileProps {
  /** null: none was saved here. */
  readonly saved: SavedFile | null;
  readonly entries: readonly Entry[];
  readonly desk: Desk;
  readonly onTell: Tell;
}

export function LastFile({ saved, entries, desk, onTell }: LastFileProps) {
  const { device, text } = useApp();
  const words = text.followUp.file;
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const work = useWork();
  const heading = useFocusGoesOn<HTMLHeadingElement>();
  const counted = useMemo(() => new Map(entries.flatMap((one) => (one.signUp.voided ? [] : [[one.id, one]]))), [entries]);
  // Until the list has been read again: a second press meanwhile marks nobody twice. What is taken back later can be marked again.
  useEffect(() => {
    setMarked((before) => {
      const unseen = [...before].filter((id) => counted.get(id)?.signUp.followUp.state !== 'entered');
      return unseen.length === before.size ? before : new Set(unseen);
    });
  }, [counted]);
  if (saved === null) return null;
  const known = saved.signUps.flatMap((id) => counted.get(id) ?? []);
  const open = known.filter(({ id, signUp }) => isToEnter(signUp.followUp.state) && !marked.has(id));
  const entered = known.filter(({ id, signUp }) => signUp.followUp.state === 'entered' || marked.has(id));

  async function mark(): Promise<void> {
    const refs = open.map(({ session, id }) => ({ session, target: id }));
    // One save: all of them or none.
    const facts = await work.run(async () => (await device.act.followUp()).followSignUps(refs, 'entered'));
    if (facts === undefined) return;
    setMarked(new Set(refs.map(({ target }) => target)));
    onTell(text.followUp.saved(facts.length, text.followUp.states.entered), facts);
  }

  return (
    <section class={css.section} aria-label={words.last}>
      <h3 ref={heading} tabIndex={-1}>
        {words.last}
      </h3>
      <p>{words.lastSaved(text.formatting.moment(new Date(saved.at).toISOString(), desk.places.zone), saved.signUps.length)}</p>
      {entered.length > 0 && <p>{words.marked(entered.length)}</p>}
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {open.length > 0 && (
        <>
          <p>{words.lastText}</p>
          <div>
            <Button icon="done" busy={work.busy ? text.followUp.applying : undefined} onClick={() => void mark()}>
              {words.mark(open.length)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
