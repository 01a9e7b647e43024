// The day by a clock that lies: put right by what the server said last, never before it.

import { expect, test } from 'vitest';
import { correctedNow, knownClock } from '../../src/device/store/clock.ts';
import { aServer, startOfTests } from '../support/server.ts';
import { okOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet } from './a-tablet.ts';

const noon = Date.parse('2026-11-02T12:00:00.000Z');
const hour = 3_600_000;

test('a clock that was off when the server answered is put right by as much; a few minutes are nobody’s business', () => {
  expect(correctedNow(0, { offset: noon, heard: null })).toBe(noon);
  expect(correctedNow(noon + hour, { offset: -hour, heard: null })).toBe(noon);
  expect(correctedNow(noon, { offset: 60_000, heard: null })).toBe(noon);
  expect(correctedNow(noon, { offset: null, heard: null })).toBe(noon);
});

test('a clock that fell back since then stands at the server’s last word', () => {
  const heard = new Date(noon).toISOString();
  expect(correctedNow(1_000, { offset: 0, heard })).toBe(noon);
  expect(correctedNow(noon + hour, { offset: 0, heard })).toBe(noon + hour);
  expect(correctedNow(noon - 60_000, { offset: 0, heard })).toBe(noon - 60_000);
});

test('a tablet that was enrolled in 1970 knows the day, and still does when its clock jumps back again', async () => {
  const server = await aServer();
  const tablet = await anEnrolledTablet(server, await aDesktop(server), 1);
  const { store } = tablet.device;
  tablet.ports.clock.now = 1_000;
  okOf(await tablet.device.sync.deliverNow());
  const known = await knownClock(store);
  expect(correctedNow(1_000, known)).toBe(startOfTests);
  expect(correctedNow(-50 * hour, known)).toBe(startOfTests);
});
