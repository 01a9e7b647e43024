// The queue of taps of one session on one device, kept while the page lives: a screen that comes back finds what it left.

import type { Device } from '../../../device/device.ts';
import { sessionLog } from '../../../device/store/log.ts';
import { session as readSession } from '../../../device/store/sessions.ts';
import { failed } from '../../../domain/problem.ts';
import { newestOwnAct } from './acts.ts';
import { createTallyQueue, type TallyPorts, type TallyQueue } from './tally-queue.ts';

const queues = new WeakMap<Device, Map<string, TallyQueue>>();

export function tallyOfSession(device: Device, id: string): TallyQueue {
  const ofDevice = queues.get(device) ?? new Map<string, TallyQueue>();
  queues.set(device, ofDevice);
  const queue = ofDevice.get(id) ?? createTallyQueue(tallyPorts(device, id));
  ofDevice.set(id, queue);
  return queue;
}

export function tallyPorts({ act, store }: Device, id: string): TallyPorts {
  return {
    count: ({ band, heads, way }) => act.count(id, band, heads, way),
    countExact: ({ band, total }) => act.countExact(id, band, total),
    async undo({ fact }) {
      const target = fact ?? newestOwnAct(await sessionLog(store, id, 50))?.fact.id;
      return target === undefined ? failed('not-found') : await act.voidFact(id, target);
    },
    read: () => readSession(store, id),
  };
}
