// Counting what was shown, in one tap, in the session it was opened from or in those that are open. It can be taken back at once.

import { useState } from 'preact/hooks';
import { openSessions, session as sessionOf } from '../../../../device/store/sessions.ts';
import type { Session } from '../../../../domain/session.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { placesOf } from '../../../records/places.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { isRecording, sessionTitle } from '../../../records/session-words.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { useFocusGoesOn } from '../../../ui/use-focus-goes-on.ts';
import { useWork } from '../../../use-work.ts';
import css from './viewer.module.css';

/** At first: more would cover what is shown. */
const most = 3;

export interface ShownBarProps {
  readonly resource: string;
  readonly title: string;
  readonly session?: string;
}

export function ShownBar({ resource, title, session }: ShownBarProps) {
  const { device, text } = useApp();
  const words = text.files;
  const work = useWork();
  const [counted, setCounted] = useState<{ readonly session: string; readonly fact: string } | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const goesOn = useFocusGoesOn<HTMLButtonElement>();
  const live = useLive(async () => {
    const { store } = device;
    const [places, open, named] = await Promise.all([
      placesOf(store),
      session === undefined ? openSessions(store) : [],
      session === undefined ? undefined : sessionOf(store, session),
    ]);
    return { places, sessions: named === undefined ? open : isRecording(named) ? [named] : [] };
  }, [session]);
  if (live.state !== 'ready' || live.value.sessions.length === 0) return null;
  const { places, sessions } = live.value;
  const nameOf = (one: Session) => sessionTitle(one.values, places.siteById, text);

  async function count(at: string): Promise<void> {
    const done = await work.run(() => device.act.handOut(at, 'shown', { resource, title, count: 1, barcode: null }));
    if (done?.fact) setCounted({ session: at, fact: done.fact.id });
  }

  async function takeBack(done: { readonly session: string; readonly fact: string }): Promise<void> {
    if ((await work.run(() => device.act.voidFact(done.session, done.fact))) !== undefined) setCounted(null);
  }

  const where = sessions.find((one) => one.id === counted?.session);
  return (
    <div class={css.shown}>
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {counted !== null ? (
        <>
          <span role="status">{words.counted(where === undefined ? '' : nameOf(where))}</span>
          <Button buttonRef={goesOn} icon="undo" onClick={() => void takeBack(counted)}>
            {words.takeBack}
          </Button>
        </>
      ) : (
        <>
          {sessions.slice(0, showsAll ? undefined : most).map((one, at) => (
            <Button key={one.id} buttonRef={at === 0 ? goesOn : undefined} icon="check" onClick={() => void count(one.id)}>
              {sessions.length === 1 ? words.countShown : words.countShownAt(nameOf(one))}
            </Button>
          ))}
          {!showsAll && sessions.length > most && (
            <Button look="quiet" onClick={() => setShowsAll(true)}>
              {words.moreSessions(sessions.length - most)}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
