// A session as a file, from what the device holds.

import { expect, test } from 'vitest';
import { aServer } from '../support/server.ts';
import { aDesktop } from './a-tablet.ts';
import { okOf } from './a-device.ts';

test('the CSV of a session says how many of each kit were picked up in it', async () => {
  const { act } = (await aDesktop(await aServer(), 820)).device;
  const { id: session } = okOf(await act.startNewSession({ date: '2026-11-02', place: 'Maple Court' }));
  for (const [title, type, count] of [
    ['Seed kit', 'kit', 4],
    ['Bookmarks', 'handout', 9],
  ] as const) {
    const { id: resource } = okOf(await act.changeResource(null, { title, type, barcode: null, archived: false }));
    okOf(await act.handOut(session, 'given', { resource, title, count, barcode: null }));
    okOf(await act.handOut(session, 'returned', { resource, title, count: 1, barcode: null }));
  }
  const { text } = okOf(await act.exportSessionCsv(session));
  expect(text.split('\r\n').filter((row) => row.startsWith('kits_'))).toEqual([
    'kits_picked_up,total,,3',
    'kits_picked_up_by_title,Seed kit,,3',
  ]);
});
