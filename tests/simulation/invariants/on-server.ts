// After every request the server has served, and after every start: no made-up facts (I3), what was acknowledged is there (I4), each fact counts
// once (I2), numbers rise in
// the order of commits and none appears late (I10), erased stays erased (I26), libraries stay apart (I25), nothing received is altered (I27).

import type { EditableRecord } from '../../../src/domain/record.ts';
import type { Session } from '../../../src/domain/session.ts';
import { hashOf } from '../../../src/protocol/hash.ts';
import type { Server } from '../../../src/server/create-server.ts';
import { countedId, serverDeviceOf } from '../../../src/server/storage/counted.ts';
import { differenceIn } from '../arithmetic.ts';
import { factOf, type Ghost, isErased, isStored, type ServerRow } from '../ghost.ts';
import { differenceInLoans } from './loans.ts';

export interface Watch {
  readonly ghost: Ghost;
  /** What was pushed with the cookie of another library, on purpose. */
  readonly misdirected: ReadonlySet<string>;
}

export async function watchServer(watch: Watch, server: Server, what: 'request' | 'start'): Promise<void> {
  const { ghost } = watch;
  const { db } = server.engine;
  const { epoch } = await db.selectFrom('server').select('epoch').executeTakeFirstOrThrow();
  const libraries = await db.selectFrom('library').select(['id', 'sequence', 'safe']).execute();
  const isSamePast = epoch === ghost.state.epoch;
  const whole = what === 'start' || !isSamePast;
  ghost.state.epoch = epoch;
  for (const { id, sequence, safe } of libraries) {
    const mirror = ghost.mirror(id);
    await watchHeld(watch, server, id, what);
    // All of them at each start; in between only new ones are read.
    const before = new Map(whole && isSamePast ? mirror.facts : []);
    if (!whole && sequence === mirror.highest && safe === mirror.safe) continue;
    const from = whole ? 0 : mirror.last;
    const rows = await db.selectFrom('fact').selectAll().where('library', '=', id).where('seq', '>', from).orderBy('seq').execute();
    if (whole) {
      mirror.facts.clear();
      mirror.last = 0;
    }
    const touched = new Set<string>();
    for (const { received_at: receivedAt, ...row } of rows) {
      touched.add(row.subject);
      const fact: ServerRow = { ...row, receivedAt };
      checkRow(ghost, id, fact, before.get(row.id));
      if (row.seq <= mirror.last) ghost.violate('I10', `${row.id} has number ${row.seq}, after ${mirror.last} had been seen`);
      mirror.facts.set(row.id, fact);
      mirror.last = row.seq;
    }
    mirror.highest = sequence;
    mirror.safe = safe;
    mirror.last = Math.max(mirror.last, sequence);
    const water = `${epoch}/${id}`;
    ghost.highWater.set(water, Math.max(sequence, ghost.highWater.get(water) ?? 0));
    const { count } = await db
      .selectFrom('fact')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('library', '=', id)
      .executeTakeFirstOrThrow();
    if (Number(count) !== mirror.facts.size)
      ghost.violate('I10', `${count} facts are stored, ${mirror.facts.size} were seen to appear in order`);
    await checkCounts(ghost, server, id, touched);
  }
}

/** [I2] What the server shows of these sessions and loans, by the observer's own arithmetic. */
async function checkCounts(ghost: Ghost, { engine: { db } }: Server, library: string, touched: ReadonlySet<string>): Promise<void> {
  const keys = [...touched].filter((key) => key.startsWith('session/') || key.startsWith('loan/'));
  if (keys.length === 0 || ghost.state.violation !== null) return;
  const loans = keys.some((key) => key.startsWith('loan/'));
  const views = await db
    .selectFrom('subject')
    .select(['key', 'type', 'view'])
    .where('library', '=', library)
    // How much is out depends on all loans.
    .where((row) => row.or([row('key', 'in', keys), ...(loans ? [row('type', '=', 'loan')] : [])]))
    .execute();
  const facts = Map.groupBy(ghost.mirror(library).facts.values(), (row) => row.subject);
  const factsOf = (key: string) => (facts.get(key) ?? []).map(({ text, seq }) => ({ fact: factOf(text), seq }));
  const missing = keys.find((key) => !views.some((view) => view.key === key));
  if (missing !== undefined) return ghost.violate('I2', `the server shows nothing of ${missing}`);
  const lent: EditableRecord[] = [];
  for (const { key, type, view } of views) {
    ghost.state.checks += 1;
    const shown: Session = JSON.parse(view);
    if (type === 'loan') lent.push(shown);
    const difference =
      type === 'session'
        ? differenceIn(
            shown.totals,
            factsOf(key).map(({ fact }) => fact),
          )
        : null;
    if (difference !== null) return ghost.violate('I2', `of ${key} the server shows that ${difference}: ${view}`);
  }
  const difference = differenceInLoans(lent, new Map(lent.map(({ id }) => [id, factsOf(`loan/${id}`)])));
  if (difference !== null) return ghost.violate('I2', `the server shows that ${difference}`);
}

/** Quarantine holds nothing that was erased, and nothing honest of another library. */
async function watchHeld(
  { ghost, misdirected }: Watch,
  { engine: { db } }: Server,
  library: string,
  what: 'request' | 'start',
): Promise<void> {
  const { held } = ghost.mirror(library);
  if (what === 'start') held.clear();
  const rows = await db.selectFrom('held').select(['key', 'id', 'code']).where('library', '=', library).execute();
  const here = new Set(rows.map(({ key }) => key));
  for (const key of held.keys()) if (!here.has(key)) held.delete(key);
  for (const { key, id, code } of rows) {
    if (held.has(key)) continue;
    const { sent } = await db
      .selectFrom('held')
      .select('sent')
      .where('library', '=', library)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    const text = String(JSON.parse(sent));
    held.set(key, { id, code, text });
    const known = ghost.facts.get(id);
    if (known?.honest === true && known.text === text && known.fact.library !== library && !misdirected.has(id))
      return ghost.violate('I25', `${id} of library ${known.fact.library} is held aside in library ${library}`);
    if (isErased(ghost, id) && !misdirected.has(id)) return ghost.violate('I26', `${id} was erased, and is held aside: ${code}`);
  }
}

function checkRow(ghost: Ghost, library: string, row: ServerRow, before: ServerRow | undefined): undefined {
  learnCounted(ghost, library, row);
  const known = ghost.facts.get(row.id);
  if (known === undefined) return ghost.violate('I3', `the server holds ${row.id}, which no device made`);
  if (known.text !== row.text || hashOf(row.text) !== row.hash) return ghost.violate('I3', `the server holds other bytes of ${row.id}`);
  if (isErased(ghost, row.id)) return ghost.violate('I26', `${row.id} was erased, and is on the server`);
  if (known.fact.library !== library) return ghost.violate('I25', `${row.id} of library ${known.fact.library} is in library ${library}`);
  if (row.carrier === '' || row.device !== known.fact.device || Number.isNaN(Date.parse(row.receivedAt)))
    return ghost.violate('I27', `of ${row.id} it is not known who brought it and when`);
  if (before !== undefined && before.seq === row.seq && (before.receivedAt !== row.receivedAt || before.carrier !== row.carrier))
    ghost.violate('I27', `the entry of ${row.id} was rewritten`);
}

/** [S33] The server's own word for a sign-up that was erased; that of any other is made up. */
function learnCounted(ghost: Ghost, library: string, { id, text, device }: ServerRow): void {
  const fact = factOf(text);
  if (ghost.facts.has(id) || !['sign-up.counted', 'survey.answered'].includes(fact.kind) || device !== serverDeviceOf(library)) return;
  // Nobody is owed it: a restore may go back behind it, and no device made it.
  if ([...ghost.erased].some((erased) => countedId(erased) === id))
    ghost.facts.set(id, { id, text, fact, honest: false, page: '', foreign: false });
}

/** [I4] After a crash; not after a restore, which may go back. */
export function checkAcknowledged(ghost: Ghost): undefined {
  for (const id of ghost.acked) {
    if (!isStored(ghost, id) && !isErased(ghost, id)) return ghost.violate('I4', `${id} had a receipt, and is gone after a crash`);
  }
}
