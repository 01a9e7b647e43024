// [I2] [I8] [I12] Whatever two tablets do and whatever the network does to them, they end with the same views, and these are the sum of what was
// saved. Random interleavings; a failure prints its seed and the shortest story.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '../../src/domain/problem.ts';
import { delivery, needsAttention } from '../../src/device/store/delivery.ts';
import { rebuildViews } from '../../src/device/store/rebuild.ts';
import { saveOurs } from '../../src/device/store/save-ours.ts';
import { session } from '../../src/device/store/sessions.ts';
import { paths } from '../../src/protocol/paths.ts';
import { aServer } from '../support/server.ts';
import { okOf } from './a-device.ts';
import {
  aDesktop,
  anEnrolledTablet,
  aTablet,
  captivePortal,
  carriedTwice,
  type Fault,
  lostAnswer,
  lostRequest,
  refusedWith,
  type Tablet,
  truncated,
} from './a-tablet.ts';

const faults: Readonly<Record<string, Fault>> = {
  lostRequest,
  lostAnswer,
  carriedTwice,
  captivePortal,
  truncated,
  busy: refusedWith(503),
  large: refusedWith(413),
};

/** Two tablets, and a second tab on the first. */
const who = fc.integer({ min: 0, max: 2 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('count' as const), who, heads: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), who, which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('note' as const), who, text: fc.constantFrom('a', 'b', 'c') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('title' as const), who, text: fc.constantFrom('x', 'y') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('plan' as const), who, text: fc.constantFrom('p', 'q') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rush' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      who,
      push: fc.constantFrom('none', ...Object.keys(faults)),
      pull: fc.constantFrom('none', ...Object.keys(faults)),
    }),
  },
);

async function tell(
  tablets: readonly Tablet[],
  id: string,
  story: readonly (typeof step extends fc.Arbitrary<infer One> ? One : never)[],
): Promise<number> {
  const counted = new Map<string, number>();
  for (const event of story) {
    const tablet = tablets[event.who];
    if (tablet === undefined) throw new Error('two tablets, three pages');
    const { act, sync } = tablet.device;
    if (event.do === 'count') counted.set(okOf(await act.count(id, 'general', event.heads, 'many')).fact?.id ?? '', event.heads);
    else if (event.do === 'note') okOf(await act.changeSession(id, { notes: event.text }));
    else if (event.do === 'title') okOf(await act.changeSession(id, { title: event.text }));
    else if (event.do === 'plan') {
      const drafts = [
        {
          kind: 'session.planned' as const,
          subject: { type: 'session' as const, id },
          body: { set: { title: event.text, staff: [event.text] } },
        },
      ];
      okOf(await saveOurs(tablet.device.store, { subjects: [{ type: 'session', id }], plan: () => ok(drafts) }));
    } else if (event.do === 'rush') {
      // Everybody at once, the two pages of one tablet among them.
      const taps = tablets.flatMap((page) => [
        page.device.act.count(id, 'general', 1, 'tap'),
        page.device.act.count(id, 'general', 1, 'tap'),
      ]);
      await Promise.all([...tablets.map((page) => page.device.sync.deliverNow()), ...taps]);
      for (const tap of await Promise.all(taps)) counted.set(okOf(tap).fact?.id ?? '', 1);
    } else if (event.do === 'void') {
      const target = [...counted.keys()][event.which % Math.max(1, counted.size)];
      if (target === undefined) continue;
      okOf(await act.voidFact(id, target));
      counted.set(target, 0);
    } else {
      const [push, pull] = [faults[event.push], faults[event.pull]];
      if (push !== undefined) tablet.network.break(paths.push, push);
      if (pull !== undefined) tablet.network.break(paths.pull, pull);
      await sync.deliverNow();
    }
  }
  return [...counted.values()].reduce((sum, heads) => sum + heads, 0);
}

test('two tablets converge', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (story) => {
      const server = await aServer();
      const desktop = await aDesktop(server);
      const tablets = [await anEnrolledTablet(server, desktop, 1), await anEnrolledTablet(server, desktop, 2)] as const;
      const { databaseName, indexedDB } = tablets[0].ports;
      const tab = aTablet(server, 77, { databaseName, indexedDB });
      tab.adopt(tablets[0]);
      const { id } = okOf(await tablets[0].device.act.startNewSession({ date: '2026-11-02' }));
      for (const tablet of tablets) okOf(await tablet.device.sync.deliverNow());
      const total = await tell([...tablets, tab], id, story);
      for (const { network, device } of [...tablets, tab]) {
        network.mend();
        // Alone and refused as too large: a person sends it again.
        for (const held of await needsAttention(device.store)) okOf(await device.act.resendHeld(held.id));
      }
      for (const tablet of [...tablets, ...tablets, desktop]) okOf(await tablet.device.sync.deliverNow());

      const shown = await Promise.all([...tablets, desktop].map((tablet) => session(tablet.device.store, id)));
      expect(shown[0]?.totals.heads.general ?? 0).toBe(total);
      expect(shown[1]).toEqual(shown[0]);
      expect(shown[2]).toEqual(shown[0]);
      for (const tablet of tablets) {
        const { attention, waiting } = await delivery(tablet.device.store);
        expect({ attention, waiting }).toEqual({ attention: 0, waiting: 0 });
        okOf(await rebuildViews(tablet.device.store));
        expect(await session(tablet.device.store, id)).toEqual(shown[0]);
      }
    }),
    { numRuns: Number(process.env['CONVERGENCE_RUNS'] ?? 6), endOnFailure: false },
  );
});
