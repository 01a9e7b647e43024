// What happens to the server: crashes, a full disk, a busy database, restarts, backups and restores with and without what was erased since,
// a clock that jumps, a damaged row.

import { sql } from 'kysely';
import type { Step } from '../acts.ts';
import type { Chance } from '../chance.ts';
import { isErased, isStored } from '../ghost.ts';
import { selfOn } from '../invariants/on-commit.ts';
import { checkAcknowledged, watchServer } from '../invariants/on-server.ts';
import { settleLosses, watchOf, type World } from '../world.ts';

export const serverTroubles: readonly (readonly [code: string, step: Step])[] = [
  ['S1', crash],
  ['S2', (world, chance) => failing(world, chance, 'full')],
  ['S3', (world, chance) => failing(world, chance, 'busy')],
  ['S4', goBack],
  ['S5', restoreErased],
  ['S6', deployed],
  ['S8', clockJumps],
  ['S11', damagedRow],
  ['backup', backedUp],
  ['erase', erased],
];

/** Only where the database is somewhere else. */
export const connectionTroubles: readonly (readonly [code: string, step: Step])[] = [['S10', connectionsCut]];

/** Work with the server itself, one after the other; nothing else happens meanwhile. What throws is a bug. */
export function withServer(world: World, work: () => Promise<void>): undefined {
  const { host, loop, ghost, kept } = world;
  if (!host.isUp()) return;
  kept.atServer = kept.atServer
    .then(work)
    .catch((error: unknown) => ghost.violate('bug', error instanceof Error ? (error.stack ?? error.message) : String(error)));
  void loop.blocking(kept.atServer);
}

function crash(world: World, chance: Chance): undefined {
  world.host.crashAt(chance.one(['before-begin', 'before-commit', 'before-commit', 'after-commit', 'while-reading']));
}

/** Called when the host went down by itself: it comes up again after a while. */
export function comesUpAgain(world: World, chance: Chance): undefined {
  world.counts.hit('S1');
  const { loop, host, ghost, network } = world;
  loop.after(network.source, chance.number(500, 120_000), () => {
    if (host.isUp()) return;
    void loop.blocking(host.start().then(() => checkAcknowledged(ghost)));
  });
}

function failing({ host }: World, chance: Chance, how: 'full' | 'busy'): undefined {
  host.failWrites(how, chance.number(1, 4), chance.is(0.5) ? 'before' : 'within');
}

function connectionsCut({ host }: World): undefined {
  host.loseConnections();
}

function backedUp(world: World): undefined {
  withServer(world, async () => {
    world.kept.backups.push({ file: await world.host.backUp(), erased: world.ghost.erased.size });
    world.kept.copies.push(await world.host.copy());
    await watchServer(watchOf(world), world.host.server(), 'request');
  });
}

/** From a backup by the command, or the database file put back by hand: the watermark beside it tells. */
function goBack(world: World, chance: Chance): undefined {
  const { backups, copies } = world.kept;
  if (backups.length === 0) return backedUp(world);
  withServer(world, async () => {
    world.counts.hit('S4');
    const before = world.ghost.state.epoch;
    if (chance.is(0.6)) await world.host.restoreFrom(chance.one(backups).file);
    else await world.host.putBack(chance.one(copies));
    afterGoingBack(world, before);
  });
}

function afterGoingBack(world: World, before: string): undefined {
  const { ghost } = world;
  const fell = [...ghost.acked].some((id) => !isStored(ghost, id) && !isErased(ghost, id));
  if (fell && ghost.state.epoch === before) ghost.violate('I18', 'the server went back, and its epoch is the same');
  for (const id of [...ghost.acked]) if (!isStored(ghost, id)) ghost.acked.delete(id);
  settleLosses(world);
}

/** A backup, an erasure, and soon the backup is put back: devices that had not heard yet offer what was erased. */
function restoreErased(world: World, chance: Chance): undefined {
  const { loop, network, kept, ghost } = world;
  backedUp(world);
  withServer(world, () => eraseSome(world, chance));
  loop.after(network.source, chance.number(200, 10_000), () => {
    const older = kept.backups.filter((one) => one.erased < ghost.erased.size);
    if (older.length === 0) return;
    withServer(world, async () => {
      world.counts.hit('S5');
      const before = ghost.state.epoch;
      await world.host.restoreFrom(chance.one(older).file);
      afterGoingBack(world, before);
    });
  });
}

/**
 * The next release is put in place while devices have something to send. On PostgreSQL both serve for a while, and it is counted with each
 * push that the older one is sent then; SQLite lets one process in, and the other follows. The older one does not start again.
 */
function deployed(world: World, chance: Chance): undefined {
  const { host, ghost, loop, network, counts } = world;
  withServer(world, async () => {
    host.calm();
    await host.deploy();
    checkAcknowledged(ghost);
    const refusal = await host.refusesOlder();
    if (refusal?.includes('made by a newer Wayside') !== true)
      return ghost.violate('I20', `the release before may start on a database of this one: ${refusal}`);
    const isMidBatch = [world.desktop, ...world.tablets].some(({ disk }) => (selfOn(disk)?.waiting ?? 0) > 0);
    if (isMidBatch && host.isAlone) counts.hit('S6');
  });
  loop.after(network.source, chance.number(20_000, 900_000), () => withServer(world, host.retire));
}

function clockJumps({ host, counts }: World, chance: Chance): undefined {
  const before = host.clock.error;
  host.clock.error = chance.one([0, 7_200_000, -7_200_000, 86_400_000]);
  if (host.clock.error !== before) counts.hit('S8');
}

/** Found by a backup, which is then refused; mended here from the ghost's memory, as an operator would from the file before. */
function damagedRow(world: World, chance: Chance): undefined {
  withServer(world, async () => {
    const rows = [...world.ghost.mirror(world.template.library).facts.values()];
    if (rows.length === 0) return;
    const { seq, text } = chance.one(rows);
    const { db } = world.host.server().engine;
    const put = (now: string) =>
      db.updateTable('fact').set({ text: now }).where('library', '=', world.template.library).where('seq', '=', seq).execute();
    await put(text.replace('"number":', '"nunber":'));
    const refused = await world.host.backUp().then(
      () => false,
      () => true,
    );
    await put(text);
    if (refused) world.counts.hit('S11');
    else world.ghost.violate('I3', 'a backup took a damaged fact for a good one');
  });
}

function erased(world: World, chance: Chance): undefined {
  withServer(world, () => eraseSome(world, chance));
}

async function eraseSome(world: World, chance: Chance): Promise<void> {
  const { ghost, host, template, loop } = world;
  const rows = [...ghost.mirror(template.library).facts.values()].filter((row) => /"(sign-up|hand-out|attendance)/.test(row.text));
  if (rows.length === 0) return;
  const { id } = chance.one(rows);
  host.calm();
  ghost.erased.add(id);
  await host.server().services.storage.sync.erase(template.library, [id], new Date(loop.now()));
  await watchServer(watchOf(world), host.server(), 'start');
  const left = await sql<{ n: number }>`select count(*) as n from fact where id = ${id}`.execute(host.server().engine.db);
  if (Number(left.rows[0]?.n) !== 0) ghost.violate('I26', `${id} was erased, and is on the server`);
}
