// When everything has drained: nothing promised is missing (I1, I18), nothing honest was refused (I13), every device's views
// equal the server's in its scope (I8, I14, I22), views rebuilt from facts are the same (I12), forks are flagged (I17, I19), no sealed text is in clear
// anywhere (I24), what was erased is gone everywhere (I26).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { foldSession } from '../../../src/domain/session.ts';
import { rebuildViews } from '../../../src/device/store/rebuild.ts';
import { hashOf } from '../../../src/protocol/hash.ts';
import { factOf, isErased, isStored, type Known } from '../ghost.ts';
import type { Gaps } from '../../../src/server/storage/storage.ts';
import { serverDeviceOf } from '../../../src/server/storage/counted.ts';
import type { Tablet } from '../tablet.ts';
import { aPage, everybodyIn, watchOf, type World } from '../world.ts';
import { copiesOn, cursorOn, ownFactsOn, recordsOn, selfOn, sessionsOn, sumOf } from './on-commit.ts';
import { isIn } from './following.ts';
import { watchServer } from './on-server.ts';

export async function compareAll(world: World): Promise<void> {
  const { ghost, host } = world;
  await world.loop.blocking(watchServer(watchOf(world), host.server(), 'start'));
  const server = await world.loop.blocking(serverState(world));
  checkPromises(world, server);
  checkFolded(world, server);
  checkForks(world, server);
  checkGaps(world, server);
  for (const tablet of everybodyIn(world)) if (ghost.state.violation === null) checkViews(world, tablet, server);
  await checkErased(world, server);
  await checkSealed(world);
  for (const tablet of everybodyIn(world)) if (ghost.state.violation === null) await checkRebuilt(world, tablet);
}

interface ServerState {
  readonly held: readonly {
    readonly id: string;
    readonly key: string;
    readonly code: string;
    readonly library: string;
    readonly sent: string;
  }[];
  readonly subjects: readonly {
    readonly library: string;
    readonly key: string;
    readonly type: string;
    readonly date: string | null;
    readonly view: string;
  }[];
  readonly devices: readonly { readonly id: string; readonly forked_at: string | null }[];
  readonly incarnations: readonly { readonly id: string; readonly forked_at: string | null; readonly device: string }[];
  readonly gaps: Gaps;
}

async function serverState({ host, template }: World): Promise<ServerState> {
  const { db } = host.server().engine;
  return {
    held: await db.selectFrom('held').select(['id', 'key', 'code', 'library', 'sent']).execute(),
    subjects: await db.selectFrom('subject').select(['library', 'key', 'type', 'date', 'view']).execute(),
    devices: await db.selectFrom('device').select(['id', 'forked_at']).execute(),
    incarnations: await db.selectFrom('incarnation').select(['id', 'forked_at', 'device']).execute(),
    gaps: await host.server().services.storage.devices.gaps(template.library),
  };
}

function checkPromises({ ghost, kept }: World, server: ServerState): undefined {
  // [I25] What another library holds aside is not there. What somebody else sent under a fact's id, or its bytes under a wrong hash, is not the fact.
  const held = new Map(
    server.held.flatMap(({ id, key, code, library }) => {
      const known = ghost.facts.get(id);
      return known?.fact.library === library && key === hashOf(known.text) ? [[id, code]] : [];
    }),
  );
  for (const id of ghost.promised) {
    if (ghost.lost.has(id) || isErased(ghost, id)) continue;
    const stored = isStored(ghost, id);
    const code = held.get(id);
    if (!stored && code === undefined)
      return ghost.violate(
        'I1',
        `${id} (${ghost.facts.get(id)?.fact.kind}) was promised, and the server has it neither stored nor held aside`,
      );
    if (!stored && code !== 'fact-from-revoked-device') return ghost.violate('I13', `${id} is an honest fact, and is held aside: ${code}`);
  }
  for (const id of ghost.facts.keys()) {
    const { honest } = ghost.facts.get(id) ?? { honest: false };
    if (!honest || ghost.lost.has(id) || isErased(ghost, id)) continue;
    const stored = isStored(ghost, id);
    if (!stored && !held.has(id))
      return ghost.violate('I18', `${id} was on a device or on the server, nothing destroyed it, and it is gone`);
  }
  for (const id of kept.hostileTaken)
    if (!held.has(id) && !ghost.lost.has(id)) return ghost.violate('I15', `the bad fact ${id} was taken by a device, and is nowhere`);
}

/** [I12] By folding all facts once more; by the observer's own arithmetic (I2) after each request. */
function checkFolded({ ghost }: World, server: ServerState): undefined {
  const bySubject = new Map(
    [...ghost.mirrors].map(([library, { facts }]) => [library, Map.groupBy(facts.values(), (row) => row.subject)] as const),
  );
  for (const { key, type, view, library } of server.subjects) {
    if (type !== 'session') continue;
    const rows = bySubject.get(library)?.get(key) ?? [];
    const shown = JSON.parse(view);
    const folded = foldSession(
      key.slice('session/'.length),
      rows.map(({ text, seq }) => ({ fact: factOf(text), seq })),
    );
    if (plain(folded) !== plain(shown))
      return ghost.violate('I12', `the server's view of ${key} is not what its facts fold to: ${plain(shown)} and ${plain(folded)}`);
  }
}

function checkForks({ ghost }: World, server: ServerState): undefined {
  const flagged = new Set(server.incarnations.filter((row) => row.forked_at !== null).map((row) => row.id));
  for (const [maker, rows] of Map.groupBy(
    [...ghost.mirrors.values()].flatMap(({ facts }) => [...facts.values()]),
    (row) => row.maker,
  )) {
    const incarnation = maker.slice(0, maker.indexOf('/'));
    if (rows.length > 1 && !flagged.has(incarnation))
      return ghost.violate('I17', `two facts have the number ${maker}, and the device is not flagged`);
  }
}

/** [I19] What was numbered and never came is told, neither more nor less of it. */
function checkGaps({ ghost, template }: World, server: ServerState): undefined {
  const told = new Map(server.gaps.gaps.map(({ incarnation, missing }) => [incarnation, missing]));
  const held = new Set(server.held.flatMap((row) => (row.library === template.library ? [row.id] : [])));
  const numbers = new Map<string, Set<number>>();
  const made = [...ghost.facts.values()].filter(({ fact }) => fact.library === template.library);
  for (const { id, fact } of made) {
    if (!isStored(ghost, id) && !held.has(id) && !isErased(ghost, id)) continue;
    numbers.set(fact.incarnation, (numbers.get(fact.incarnation) ?? new Set()).add(fact.number));
  }
  // After a restore nobody knows whose number an erased fact had that the backup was without.
  let spare = server.gaps.erasedUnseen;
  for (const { id, forked_at: forkedAt, device } of server.incarnations) {
    if (device === serverDeviceOf(template.library)) continue;
    const came = numbers.get(id);
    const stored = [...ghost.mirror(template.library).facts.values()].filter((row) => row.incarnation === id);
    if (forkedAt !== null || came === undefined || stored.length === 0) continue;
    const highest = Math.max(...stored.map(({ text }) => factOf(text).number));
    const missing = highest - [...came].filter((number) => number <= highest).length;
    spare -= (told.get(id) ?? 0) - missing;
    if ((told.get(id) ?? 0) < missing || spare < 0)
      return ghost.violate('I19', `${missing} numbers of ${id} never came, told are ${told.get(id) ?? 0}`);
  }
}

/** [I8] [I22] Subject by subject; what the device still holds for itself (held aside) is on top, and that subject is left out. */
function checkViews({ ghost, template }: World, tablet: Tablet, server: ServerState): undefined {
  const library = tablet.foreign ? template.otherLibrary : template.library;
  for (const { facts } of copiesOn(tablet.disk))
    for (const { text } of facts)
      if (factOf(text).library !== library) return ghost.violate('I25', `${tablet.name} was sent a fact of another library`);
  const cursor = cursorOn(tablet.disk)?.cursor;
  if (cursor == null) return;
  const [kept] = cursorOn(tablet.disk)?.left ?? [];
  if (kept !== undefined)
    return ghost.violate('I22', `${tablet.name} has delivered all, and still keeps ${kept.subject}, which left its scope`);
  // What a device made itself it may show although the session has left its scope.
  const made = new Set(ownFactsOn(tablet.disk).map((row) => row.subject));
  const extra = new Set(ownFactsOn(tablet.disk).flatMap((row) => (ghost.mirror(library).facts.has(row.id) ? [] : [row.subject])));
  const shownSessions = new Map(sessionsOn(tablet.disk).map((row) => [`session/${row.id}`, row]));
  const shownRecords = new Map(recordsOn(tablet.disk).map((row) => [row.key, row.record]));
  const inScope = new Set<string>();
  const factsOf = Map.groupBy(ghost.mirror(library).facts.values(), (row) => row.subject);
  const level = selfOn(tablet.disk)?.identity?.level ?? 'staff';
  for (const { key, type, date, view, library: of } of server.subjects) {
    if (of !== library || !isIn({ level, subject: key, rows: factsOf.get(key) ?? [] }, cursor.scope)) continue;
    inScope.add(key);
    if (extra.has(key)) continue;
    const here = type === 'session' ? shownSessions.get(key) : shownRecords.get(key);
    if (here === undefined && type === 'session' && date === null) continue;
    if (here === undefined) {
      if (isEmptied(view)) continue;
      return ghost.violate('I8', `${tablet.name} lacks ${key}`);
    }
    if (plain(here) !== plain(JSON.parse(view)))
      return ghost.violate('I8', `${tablet.name} and the server differ about ${key}: ${plain(here)} and ${plain(JSON.parse(view))}`);
  }
  for (const key of [...shownSessions.keys(), ...shownRecords.keys()])
    if (!inScope.has(key) && !extra.has(key) && !made.has(key))
      return ghost.violate('I22', `${tablet.name} shows ${key}, which is not in its scope`);
}

/** A subject all of whose facts were erased has no row on a device, and an empty one on the server. */
function isEmptied(view: string): boolean {
  const { fields, totals } = JSON.parse(view);
  return Object.keys(fields).length === 0 && (totals === undefined || sumOf(totals.heads) === 0);
}

/** A fact's text has its id, a view its envelope. What names an erased fact (a void, the ledger of erasures) has neither. */
function tracesOf({ id, text, fact }: Known): readonly string[] {
  const box = fact.kind.startsWith('sign-up.') ? /"box":"([\w-]{40})/.exec(text)?.[1] : undefined;
  // As it is, and within JSON within JSON.
  return [`"id":"${id}"`, `\\"id\\":\\"${id}`, `\\\\\\"id\\\\\\":\\\\\\"${id}`, ...(box === undefined ? [] : [box])];
}

/** [I26] With all that was erased its corrections, on every device, among what the server holds aside, and in all bytes of its database. */
async function checkErased(world: World, { held }: ServerState): Promise<void> {
  const { ghost, loop, host, kept } = world;
  // No library reaches into another's quarantine, not even to erase there.
  const erased = [...ghost.facts.values()].filter(({ id }) => isErased(ghost, id) && !kept.misdirected.has(id));
  if (erased.length === 0) return;
  const files = await loop.blocking(host.bytes());
  const places: readonly (readonly [name: string, content: string | Buffer])[] = [
    ...everybodyIn(world).flatMap(({ disk, name }) =>
      disk.tables().map((table) => [`${table} of ${name}`, JSON.stringify(disk.rows(table))] as const),
    ),
    ...held.map(({ id, code, sent }) => [`what the server holds aside as ${id} (${code})`, sent] as const),
    ...files.map((bytes) => ["the bytes of the server's database", bytes] as const),
  ];
  for (const one of erased) {
    const traces = tracesOf(one);
    const found = places.find(([, content]) => traces.some((trace) => content.includes(trace)));
    if (found !== undefined) return ghost.violate('I26', `${one.id} (${one.fact.kind}) was erased, and is still in ${found[0]}`);
  }
}

async function checkSealed(world: World): Promise<void> {
  const { ghost, loop, canaries, host, logged, kept } = world;
  if (canaries.length === 0) return;
  const files = await loop.blocking(host.bytes());
  const places: readonly (readonly [name: string, content: string | Buffer])[] = [
    ['the log', logged.join('\n')],
    ...everybodyIn(world).flatMap(({ disk, name }) =>
      disk.tables().map((table) => [`${table} of ${name}`, JSON.stringify(disk.rows(table))] as const),
    ),
    ...files.map((bytes) => ["the server's database", bytes] as const),
    ...beside(host.folder()),
    ...kept.backups.map(({ file }) => ['a backup', textOfBackup(file)] as const),
  ];
  const found = clearIn(places, canaries);
  if (found !== null) ghost.violate('I24', `${found.canary} is in clear in ${found.place}`);
}

/** What a server keeps in files of its own. */
function beside(folder: string): readonly (readonly [name: string, content: Buffer])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && !entry.name.startsWith('wayside.db')
      ? [[`the server's ${entry.name}`, readFileSync(join(folder, entry.name))] as const]
      : [],
  );
}

/** Where one of these is, as it was typed; null: nowhere. */
export function clearIn(
  places: readonly (readonly [name: string, content: string | Buffer])[],
  canaries: readonly string[],
): { readonly place: string; readonly canary: string } | null {
  for (const [place, content] of places) for (const canary of canaries) if (content.includes(canary)) return { place, canary };
  return null;
}

/** As it is once it is unpacked. */
export function textOfBackup(file: string): Buffer {
  return gunzipSync(readFileSync(file));
}

async function checkRebuilt(world: World, tablet: Tablet): Promise<void> {
  const { loop, ghost } = world;
  for (const page of tablet.pages) page.device.sync.stop();
  const before = viewsOn(tablet);
  const page = aPage(tablet);
  const state = { done: false };
  loop
    .as(page.source, () => rebuildViews(page.device.store))
    .then(
      () => {
        state.done = true;
      },
      (bug: unknown) => ghost.violate('bug', String(bug)),
    );
  await loop.run({ until: loop.now() + 600_000, done: () => state.done || ghost.state.violation !== null });
  const after = viewsOn(tablet);
  for (const [key, view] of after)
    if (before.get(key) !== view)
      return ghost.violate('I12', `${tablet.name}: ${key} rebuilt from its facts differs: ${before.get(key)} and ${view}`);
  for (const key of before.keys()) if (!after.has(key)) return ghost.violate('I12', `${tablet.name}: ${key} has no facts`);
}

function viewsOn(tablet: Tablet): ReadonlyMap<string, string> {
  const sessions = sessionsOn(tablet.disk).map((row) => [`session/${row.id}`, plain(row)] as const);
  const records = recordsOn(tablet.disk).map((row) => [row.key, plain(row)] as const);
  return new Map([...sessions, ...records]);
}

/** The same value gives the same text, in whatever order its fields were written. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
