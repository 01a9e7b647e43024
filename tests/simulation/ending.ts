// The end of every story: faults stop, everybody opens the app, whoever was thrown out comes in again, everything drains (I14), and then
// everything is compared.

import type { Result } from '../../src/domain/problem.ts';
import { mostFactsPerPush } from '../../src/protocol/version.ts';
import { makeCode } from '../../src/server/routes/enroll.ts';
import { compareAll } from './invariants/at-end.ts';
import { cursorOn, selfOn } from './invariants/on-commit.ts';
import { checkAcknowledged } from './invariants/on-server.ts';
import type { Page, Tablet } from './tablet.ts';
import { act, aPage, checkAfterCrash, everybodyIn, type World } from './world.ts';

/** [I14] Rounds besides those that a device needs for what waits on it, a push each: to heal a restored server, fill again, hear of the others. */
const roundsBesides = 3;
/** Virtual time in which one round must have ended, whatever lock a frozen page holds (I16). */
const longestRound = 1_800_000;

export async function endWell(world: World): Promise<void> {
  const { network, host, ghost, loop, kept } = world;
  network.calm = true;
  kept.scopeMoves = null;
  host.calm();
  host.crashAt(null);
  host.clock.error = 0;
  if (!host.isUp()) await loop.blocking(host.start().then(() => checkAcknowledged(ghost)));
  const everybody = everybodyIn(world);
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
  const mostRounds = Math.ceil(Math.max(...everybody.map(waitingOn)) / mostFactsPerPush) + roundsBesides;
  const rounds = { drainedAfter: null as number | null };
  for (let round = 1; ; round++) {
    for (const tablet of everybody) {
      await standsWell(world, tablet);
      if (ghost.state.violation !== null) return;
    }
    if (!everybody.every((tablet) => isDrained(world, tablet))) rounds.drainedAfter = null;
    else if (rounds.drainedAfter === null) rounds.drainedAfter = round;
    else break; // and one more round has changed nothing
    if (rounds.drainedAfter === null && round >= mostRounds) {
      const left = everybody
        .filter((tablet) => !isDrained(world, tablet))
        .map((tablet) => `${tablet.name} ${JSON.stringify(selfOn(tablet.disk))} ${JSON.stringify(cursorOn(tablet.disk))}`);
      return ghost.violate('I14', `after ${round} rounds without faults: ${left.join('; ')}`);
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
    const level = tablet === world.desktop || tablet.foreign ? 'coordinator' : identity?.level === 'kiosk' ? 'kiosk' : 'staff';
    const { code } = await world.loop.blocking(makeCode(services, library, level));
    world.kept.codes.set(code, level);
    await expectOk(world, page, () => page.device.access.enroll(code, tablet.name));
  }
  for (const row of tablet.disk.rows('attention')) {
    if (typeof row !== 'object' || row === null || !('id' in row) || world.kept.hostile.has(String(row.id))) continue;
    await result(world, page, () => page.device.act.resendHeld(String(row.id)));
  }
  await expectOk(world, page, () => page.device.sync.deliverNow());
}

async function expectOk(world: World, page: Page, work: () => Promise<Result<unknown>>): Promise<void> {
  const last = world.loop.now() + longestRound;
  let done = await result(world, page, work);
  // What a frozen page had begun in the store is ended a minute after another; a person taps again.
  while (done?.ok === false && done.problem.code === 'storage-timeout' && world.loop.now() < last) done = await result(world, page, work);
  if (done === null) world.ghost.violate('I16', `${page.name}: a round did not end within ${longestRound / 60_000} minutes`);
  // A session as a coordinator may be over; another round will do, and if none does I14 says so.
}

/** null: it never ended. */
async function result<Value>(world: World, page: Page, work: () => Promise<Result<Value>>): Promise<Result<Value> | null> {
  const { loop, ghost } = world;
  const state: { done: Result<Value> | null } = { done: null };
  const noted = async () => (state.done = await work());
  act(world, page, noted);
  await loop.run({ until: loop.now() + longestRound, done: () => state.done !== null || ghost.state.violation !== null });
  return state.done;
}

function waitingOn({ disk }: Tablet): number {
  const { waiting, again } = selfOn(disk) ?? { waiting: 0, again: 0 };
  return waiting + again;
}

function isDrained({ ghost, template }: World, tablet: Tablet): boolean {
  const self = selfOn(tablet.disk);
  const cursor = cursorOn(tablet.disk);
  if (self === undefined || self.identity === null || cursor === null || cursor.cursor === null) return false;
  const { highest } = ghost.mirror(tablet.foreign ? template.otherLibrary : template.library);
  const healing = tablet.disk.rows('meta').some((row) => typeof row === 'object' && row !== null && 'key' in row && row.key === 'heal');
  return (
    waitingOn(tablet) === 0 &&
    !healing &&
    !cursor.sweep &&
    cursor.cursor.snapshot === null &&
    cursor.cursor.seq === highest &&
    cursor.cursor.epoch === ghost.state.epoch
  );
}
