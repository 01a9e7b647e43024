// The rescue file: what a device holds undelivered, carried to the server by another one (S9).

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { delivery } from '../../src/device/store/delivery.ts';
import { self } from '../../src/device/store/self.ts';
import { session } from '../../src/device/store/sessions.ts';
import { hashOf } from '../../src/protocol/hash.ts';
import { paths } from '../../src/protocol/paths.ts';
import { aServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, requestsTo, type Tablet } from './a-tablet.ts';

async function aFleet() {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const [one, two] = [await anEnrolledTablet(server, desktop, 1), await anEnrolledTablet(server, desktop, 2)];
  const { id } = okOf(await one.device.act.startNewSession({ date: '2026-11-02', title: 'Storytime' }));
  await deliver(one, two, desktop);
  return { server, desktop, one, two, id };
}

async function deliver(...tablets: readonly Tablet[]): Promise<void> {
  for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
}

async function shown({ device }: Tablet, id: string) {
  return (await session(device.store, id))?.totals.heads ?? {};
}

describe('the rescue file', () => {
  test('[S9] carries undelivered facts to another device, which counts and delivers them; twice is once', async () => {
    const { desktop, one, two, id } = await aFleet();
    const { fact } = okOf(await one.device.act.count(id, '0-5', 3, 'many'));
    okOf(await one.device.act.count(id, '0-5', 40, 'many'));
    okOf(await one.device.act.voidFact(id, fact?.id ?? ''));
    okOf(await one.device.act.changeSession(id, { notes: 'by file' }));
    const file = okOf(await one.device.act.exportRescue());
    expect(file).toMatchObject({ count: 4, name: expect.stringMatching(/^wayside-rescue-2026-11-02-.{6}\.ndjson$/) });

    expect(okOf(await two.device.act.importRescue(file.text))).toEqual({ added: 4, known: 0, damaged: 0 });
    expect(okOf(await two.device.act.importRescue(file.text))).toEqual({ added: 0, known: 4, damaged: 0 });
    expect(await shown(two, id)).toEqual({ '0-5': 40 });
    expect(await delivery(two.device.store)).toMatchObject({ waiting: 4 });
    await deliver(two, desktop, two);
    expect(await shown(desktop, id)).toEqual({ '0-5': 40 });
    expect(okOf(await desktop.device.act.importRescue(file.text))).toEqual({ added: 0, known: 4, damaged: 0 });
    // The first tablet comes back to life and delivers too.
    await deliver(one, two, desktop, one);
    for (const tablet of [one, two, desktop]) {
      expect(await shown(tablet, id)).toEqual({ '0-5': 40 });
      expect(await session(tablet.device.store, id)).toEqual(await session(one.device.store, id));
      expect(await delivery(tablet.device.store)).toMatchObject({ waiting: 0, attention: 0 });
      expect(requestsTo(tablet, paths.offer)).toBe(0);
    }
  });

  test('holds everything the device made when asked to, and brings it home to an empty one', async () => {
    const { server, desktop, one, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 3, 'many'));
    const file = okOf(await one.device.act.exportRescue({ all: true }));
    expect(file.count).toBe((await self(one.device.store)).number);
    const fresh = await anEnrolledTablet(server, desktop, 9);
    expect(okOf(await fresh.device.act.importRescue(file.text))).toEqual({ added: 1, known: 2, damaged: 0 });
  });

  test('of a damaged file what is whole is taken, and the rest is told', async () => {
    const { one, two, id } = await aFleet();
    for (let at = 0; at < 3; at++) okOf(await one.device.act.count(id, '0-5', 1, 'tap'));
    const { text } = okOf(await one.device.act.exportRescue());
    const lines = text.trimEnd().split('\n');
    const changed = lines.map((line, at) => (at === 2 ? line.replace('"heads\\":1', '"heads\\":9') : line)).join('\n');
    expect(changed).not.toBe(lines.join('\n'));
    expect(okOf(await two.device.act.importRescue(changed))).toEqual({ added: 2, known: 0, damaged: 1 });
    expect(okOf(await two.device.act.importRescue(lines.slice(0, 2).join('\r\n')))).toEqual({ added: 0, known: 1, damaged: 2 });
    for (const nonsense of ['', 'hello', '{}', `${lines[0]}\n{"hash":"x"`, '{"wayside":"rescue","version":2}']) {
      expect(problemOf(await two.device.act.importRescue(nonsense)).code).toBe('rescue-file-unreadable');
    }
  });

  test('what this app cannot read, and the word that takes it back, is carried and counts nowhere', async () => {
    const { one, two, id } = await aFleet();
    okOf(await one.device.act.count(id, '0-5', 2, 'many'));
    const { fact } = okOf(await one.device.act.count(id, '0-5', 3, 'many'));
    okOf(await one.device.act.voidFact(id, fact?.id ?? ''));
    const { text } = okOf(await one.device.act.exportRescue());
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => {
        const { text: said } = v.parse(v.looseObject({ text: v.optional(v.string()) }), JSON.parse(line));
        if (said === undefined || !said.includes('"heads":3')) return line;
        const changed = said.replace('"band"', '"bande"');
        return JSON.stringify({ hash: hashOf(changed), text: changed });
      });
    expect(lines.join('\n')).toContain('bande');
    expect(okOf(await two.device.act.importRescue(lines.join('\n')))).toEqual({ added: 3, known: 0, damaged: 0 });
    expect(await shown(two, id)).toEqual({ '0-5': 2 });
  });

  test('of another library is refused', async () => {
    const { two } = await aFleet();
    const other = await aServer({ seed: 9 });
    const elsewhere = await aDesktop(other, 300);
    const { text } = okOf(await elsewhere.device.act.exportRescue({ all: true }));
    expect(problemOf(await two.device.act.importRescue(text)).code).toBe('rescue-file-other-library');
  });
});
