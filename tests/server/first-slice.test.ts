// A smoke test of the whole way: pushed here, pulled there. The rules have tests of their own beside this one.

import { expect, test } from 'vitest';
import { aDevice, aLibrary, aServer } from '../support/server.ts';

test('a fact pushed by one tablet arrives on another', async () => {
  const server = await aServer();
  const desktop = await aLibrary(server);
  const [one, two] = [await aDevice(server, desktop), await aDevice(server, desktop)];
  const facts = [one.maker.changeSession('SESSION00001', { date: '2026-11-02', title: 'Storytime' }), one.maker.count('SESSION00001', '6-11', 3)];
  const pushed = await one.push(facts);
  expect(pushed.receipts.map((receipt) => receipt.state)).toEqual(['stored', 'stored']);
  expect(await one.push(facts)).toEqual(pushed);
  const pulled = await two.pull(null);
  expect(pulled.rows?.facts.map(({ seq, text }) => ({ seq, text }))).toEqual(facts.map(({ sent }, at) => ({ seq: at + 1, text: sent.text })));
  const again = await two.pull(pulled.rows?.cursor ?? null);
  expect(again.rows?.facts).toEqual([]);
  expect(server.logged).toEqual([]);
});
