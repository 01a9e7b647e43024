// A session's queue of taps for its screen: reads again when something else changed the session, and asks before the page goes away
// with taps that are not saved yet.

import { useEffect } from 'preact/hooks';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { TallyQueue } from './tally-queue.ts';
import { tallyOfSession } from './tally-of-session.ts';

export function useTally(session: Session): TallyQueue {
  const { device } = useApp();
  const queue = tallyOfSession(device, session.id);

  // A new view row is the sign to read again.
  useEffect(() => {
    void queue.refresh();
  }, [queue, session]);

  useEffect(() => {
    const askBeforeLeaving = (event: BeforeUnloadEvent) => {
      if (queue.state.value.jobs.length > 0) event.preventDefault();
    };
    addEventListener('beforeunload', askBeforeLeaving);
    return () => removeEventListener('beforeunload', askBeforeLeaving);
  }, [queue]);

  return queue;
}
