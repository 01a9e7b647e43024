// The queue of taps of one session on one device, kept while the page lives: a screen that comes back finds what it left.

import { useEffect } from 'preact/hooks';
import { failed } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import type { Device } from '../../../device/device.ts';
import { sessionLog } from '../../../device/store/log.ts';
import { session as readSession } from '../../../device/store/sessions.ts';
import { useApp } from '../../context.ts';
import { newestOwnAct } from './acts.ts';
import { createTallyQueue, type TallyQueue } from './tally-queue.ts';

const queues = new WeakMap<Device, Map<string, TallyQueue>>();

export function useTally(session: Session): TallyQueue {
  const { device } = useApp();
  const queue = queueOf(device, session.id);

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

function queueOf(device: Device, id: string): TallyQueue {
  const ofDevice = queues.get(device) ?? new Map<string, TallyQueue>();
  queues.set(device, ofDevice);
  const queue = ofDevice.get(id) ?? createQueue(device, id);
  ofDevice.set(id, queue);
  return queue;
}

function createQueue(device: Device, id: string): TallyQueue {
  const { act, store } = device;
  return createTallyQueue({
    count: ({ band, heads, way }) => act.count(id, band, heads, way),
    countExact: ({ band, total }) => act.countExact(id, band, total),
    async undo({ fact }) {
      const target = fact ?? newestOwnAct(await sessionLog(store, id, 50))?.fact.id;
      return target === undefined ? failed('not-found') : await act.voidFact(id, target);
    },
    read: () => readSession(store, id),
  });
}
