// The end of every story: faults stop, everybody opens the app, whoever was thrown out comes in again, everything drains (I14), and then
// everything is compared.

import type { Result } from '../../src/domain/problem.ts';
import { makeCode } from '../../src/server/routes/enroll.ts';
import { compareAll } from './invariants/at-end.ts';
import { cursorOn, selfOn } from './invariants/on-commit.ts';
import { checkAcknowledged } from './invariants/on-server.ts';
import type { Page, Tablet } from './tablet.ts';
import { aPage, checkAfterCrash, type World } from './world.ts';

/** A round each until nothing moves: as many as the rules need for what can be left (heal, send again, fill again, pull). */
const mostRounds = 10;
/** Virtual time in which one round must have ended, whatever lock a frozen page holds (I16). */
const longestRound = 1_800_000;

export async function endWell(world: World): Promise<void> {
  const { network, host, ghost, tablets, desktop, loop, kept } = world;
  network.calm = true;
  kept.scopeMoves = null;
  host.calm();
  host.crashAt(null);
  host.clock.error = 0;
  if (!host.isUp()) await loop.blocking(host.start().then(() => checkAcknowledged(ghost)));
  const everybody = [desktop, ...tablets];
  for (const tablet of everybody) {
    tablet.line = 'good';
    Object.assign(tablet.disk.faults, { fullAtWrite: null, fullAtCommit: null, openFails: 0, diesAfterCommit: null });
    for (const page of tablet.pages) page.source.before = null;
  }
  // What people had begun comes to its end; then they close the app, and what was still under way arrives in the meantime.
  await loop.run({ until: loop.now() + 130_000, done: () => ghost.state.violation !== null });
  for (const tablet of everybody)
    for (const page of [...tablet.pages]) if (!page.source.frozen && !tablet.disk.isOpening(page.connections)) tablet.killPage(page);
  for (const tablet of everybody) checkAfterCrash(world, tablet);
  await loop.run({ until: loop.now() + 7 * 3_600_000, done: () => ghost.state.violation !== null });
  for (const tablet of everybody) if (tablet.pages.every((page) => page.source.frozen)) aPage(tablet);
  // A round that brings the last facts may bring one that a clone made under a device's own name (S7): the next one tells (S21).
  let wasDrained = false;
  for (let round = 1; round <= mostRounds; round++) {
    for (const tablet of everybody) {
      await standsWell(world, tablet);
      if (ghost.state.violation !== null) return;
    }
    const drained = everybody.every((tablet) => isDrained(world, tablet));
    if (drained && wasDrained) break;
    wasDrained = drained;
    if (round === mostRounds) {
      const left = everybody
        .filter((tablet) => !isDrained(world, tablet))
        .map((tablet) => `${tablet.name} ${JSON.stringify(selfOn(tablet.disk))} ${JSON.stringify(cursorOn(tablet.disk))}`);
      return ghost.violate('I14', `after ${mostRounds} rounds without faults: ${left.join('; ')}`);
    }
  }
  await compareAll(world);
}

/** One tablet: enrolled, its held facts sent again, and one round of delivery. */
async function standsWell(world: World, tablet: Tablet): Promise<void> {
  const page = aPage(tablet);
  page.device.sync.start();
  const me = await result(world, page, () => page.device.access.me());
  const device = me?.ok === true ? me.value.device : null;
  const { identity } = selfOn(tablet.disk) ?? { identity: null };
  const library = tablet.foreign ? world.template.otherLibrary : world.template.library;
  if (identity === null || device === null || device.revoked || device.library !== library || device.id !== identity.device) {
    const { services } = world.host.server();
    const { code } = await world.loop.blocking(
      makeCode(services, library, tablet === world.desktop || tablet.foreign ? 'coordinator' : 'staff'),
    );
    await expectOk(world, page, () => page.device.access.enroll(code, tablet.name));
  }
  for (const row of tablet.disk.rows('attention')) {
    if (typeof row !== 'object' || row === null || !('id' in row) || world.kept.hostile.has(String(row.id))) continue;
    await result(world, page, () => page.device.act.resendHeld(String(row.id)));
  }
  await expectOk(world, page, () => page.device.sync.deliverNow());
}

async function expectOk(world: World, page: Page, work: () => Promise<Result<unknown>>): Promise<void> {
  const done = await result(world, page, work);
  if (done === null) world.ghost.violate('I16', `${page.name}: a round did not end within ${longestRound / 60_000} minutes`);
  // A session as a coordinator may be over; another round will do, and if none does I14 says so.
}

/** null: it never ended. */
async function result<Value>({ loop, ghost }: World, page: Page, work: () => Promise<Result<Value>>): Promise<Result<Value> | null> {
  const state: { done: Result<Value> | null } = { done: null };
  loop.as(page.source, work).then(
    (done) => {
      state.done = done;
    },
    (bug: unknown) => ghost.violate('bug', `${page.name}: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`),
  );
  await loop.run({ until: loop.now() + longestRound, done: () => state.done !== null || ghost.state.violation !== null });
  return state.done;
}

function isDrained({ ghost, template }: World, tablet: Tablet): boolean {
  const self = selfOn(tablet.disk);
  const cursor = cursorOn(tablet.disk);
  if (self === undefined || self.identity === null || cursor === null || cursor.cursor === null) return false;
  const { highest } = ghost.mirror(tablet.foreign ? template.otherLibrary : template.library);
  const healing = tablet.disk.rows('meta').some((row) => typeof row === 'object' && row !== null && 'key' in row && row.key === 'heal');
  return (
    self.waiting + self.again === 0 &&
    !healing &&
    !cursor.sweep &&
    cursor.cursor.snapshot === null &&
    cursor.cursor.seq === highest &&
    cursor.cursor.epoch === ghost.state.epoch
  );
}
