// One sentence about delivery, the same in the frame, on Today and on Delivery.

import { expect, test } from 'vitest';
import { deliveryWords } from '../../../src/app/records/delivery-words.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Delivery } from '../../../src/device/store/delivery.ts';

const context = { now: Date.parse('2026-11-02T22:00:00.000Z'), zone: 'America/New_York', text };
const aDelivery = (parts: Partial<Delivery>): Delivery => ({
  waiting: 0,
  oldestWaitingAt: null,
  attention: 0,
  parked: 0,
  delivered: 0,
  total: 0,
  lastDeliveredAt: null,
  lastTry: null,
  cursorSeq: 0,
  filling: null,
  healing: false,
  revoked: false,
  storage: { persisted: null, usage: null, quota: null },
  safe: 0,
  ...parts,
});

test('what waits comes with when the last delivery was', () => {
  const delivery = aDelivery({ waiting: 14, delivered: 3, total: 17, lastDeliveredAt: '2026-11-02T21:40:00.000Z' });
  expect(deliveryWords(delivery, context)).toEqual({
    state: 'on-device',
    short: '14',
    label: '14 on this device',
    detail: 'Last delivered 4:40 PM',
  });
});

test('another day is named', () => {
  const delivery = aDelivery({ waiting: 1, total: 1, lastDeliveredAt: '2026-10-30T20:40:00.000Z' });
  expect(deliveryWords(delivery, context).detail).toBe('Last delivered Oct 30, 4:40 PM');
});

test('what needs attention comes before what waits', () => {
  expect(deliveryWords(aDelivery({ waiting: 3, attention: 1, total: 4 }), context)).toMatchObject({
    state: 'needs-attention',
    label: '1 needs attention',
    detail: 'Not delivered yet',
  });
});

test('nothing waits', () => {
  const delivered = aDelivery({ delivered: 9, total: 9, lastDeliveredAt: '2026-11-02T21:40:00.000Z' });
  expect(deliveryWords(delivered, context)).toMatchObject({ state: 'on-server', label: 'All on the server' });
  expect(deliveryWords(aDelivery({}), context)).toMatchObject({ state: 'on-server', label: 'Nothing to deliver yet', detail: undefined });
});
