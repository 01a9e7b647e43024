// Makes the Palmetto County Library: a coordinator and four devices that do a month of work on a real server, with its clock turned back,
// so that what is stored, numbered and folded is what a month of real tablets would have left there.

import { prepareSealingKey, rehearseSealing } from '../device/seal/set-up.ts';
import type { SessionFields } from '../domain/session.ts';
import { addDays } from '../domain/shapes.ts';
import { type RandomBytes, recordIdFrom } from '../protocol/ids.ts';
import { createServer } from '../server/create-server.ts';
import type { Config } from '../server/config.ts';
import { daysBack, type PlannedSession, plannedSessions } from './calendar.ts';
import { type Chance, createChance } from './chance.ts';
import { type Enrolled, enrollDevice, type Said, setUpDevice } from './enrolled.ts';
import { hold, type Scene } from './occasion.ts';
import { outlets, partners, resources, sites, staffNames } from './places.ts';
import { dayAt, instantOf, timeAt, timeZone } from './wall-clock.ts';

export interface DemoWords {
  readonly email: string;
  readonly password: string;
  readonly passphrase: string;
}

const seed = 20_261_101;

/** `random` is for secrets (cookies, keys), the seed for everything one sees. The server is closed again when this resolves. */
export async function makeLibrary(
  config: Config,
  words: DemoWords,
  ports: { readonly now: number; readonly random: RandomBytes },
): Promise<{ readonly recoveryKey: string }> {
  const { now, random } = ports;
  const today = dayAt(now);
  const clock = { now: instantOf(addDays(today, -daysBack - 2), '09:00') };
  const server = await createServer({ ...config, port: 0 }, { now: () => clock.now, random, log: () => {} });
  try {
    const desktop = await setUpDevice(
      server,
      random,
      { name: 'Rosa Alvarez', email: words.email, password: words.password },
      'Outreach office',
    );
    const first = await enrollDevice(server, random, desktop, 'staff', 'Tablet 1');
    const second = await enrollDevice(server, random, desktop, 'staff', 'Tablet 2');
    const kiosk = await enrollDevice(server, random, desktop, 'kiosk', 'Kiosk tablet');
    const chance = createChance(seed);
    const edit = sessionEdits();

    const key = await writeKey(desktop, words.passphrase, { at: clock.now, staff: null }, random);
    const records = writeRecords(desktop, chance, clock.now);
    const sessions = plannedSessions(today, timeAt(now), chance).map((planned) => ({ planned, id: recordIdFrom(chance.bytes) }));
    for (const { planned, id } of sessions)
      edit(desktop, id, fieldsOf(planned, records), { at: clock.now, staff: records.staff[0] ?? null });
    await desktop.deliver(clock.now);

    const devices = [first, second, kiosk];
    for (let day = addDays(today, -daysBack); day <= today; day = addDays(day, 1)) {
      for (const [at, { planned, id }] of sessions.filter(({ planned }) => planned.date === day).entries()) {
        if (instantOf(day, planned.startsAt) > now) continue;
        if (day < today && chance.inHundred(5)) {
          edit(
            desktop,
            id,
            { status: 'canceled', notes: 'Canceled: thunderstorm.' },
            { at: instantOf(day, '07:30'), staff: records.staff[0] ?? null },
          );
          continue;
        }
        const [lead, helper] = at % 2 === 0 ? [first, second] : [second, first];
        const scene: Scene = { chance, lead, helper, kiosk, key, edit, staff: records.staff, resources: records.resources };
        await hold(scene, id, planned, now);
      }
      // Back in the garage, where there is a network again.
      clock.now = Math.min(now, instantOf(day, '19:40'));
      if (day === addDays(today, -3)) second.writeStrange('check-in.made', sessions[0]?.id ?? '', { at: clock.now, staff: null });
      for (const device of [desktop, ...devices]) await device.deliver(clock.now);
    }
    await twoMindsAboutASite([first, second], records.sites, clock.now);
    return { recoveryKey: key.recoveryKey };
  } finally {
    await server.close();
  }
}

interface Records {
  readonly sites: ReadonlyMap<string, string>;
  readonly outlets: readonly string[];
  readonly partners: ReadonlyMap<string, string>;
  readonly staff: readonly string[];
  readonly resources: Scene['resources'];
}

function writeRecords(desktop: Enrolled, chance: Chance, at: number): Records {
  const said: Said = { at, staff: null };
  const newId = () => recordIdFrom(chance.bytes);
  const { library, device } = desktop.identity;
  desktop.write(
    'library.changed',
    library,
    first({ name: 'Palmetto County Library', timeZone, languages: ['en-US', 'es-US', 'ht'] }),
    said,
  );
  desktop.write('device.changed', device, first({ name: 'Outreach office', role: 'staff' }), said);
  return {
    outlets: outlets.map((outlet) => written(newId(), (id) => desktop.write('outlet.changed', id, first(outlet), said))),
    sites: new Map(sites.map((site) => [site.name, written(newId(), (id) => desktop.write('site.changed', id, first(site), said))])),
    partners: new Map(
      partners.map((partner) => [partner.name, written(newId(), (id) => desktop.write('partner.changed', id, first(partner), said))]),
    ),
    staff: staffNames.map((name) => written(newId(), (id) => desktop.write('staff.changed', id, first({ name, active: true }), said))),
    resources: resources.map((resource) => {
      const id = written(newId(), (made) => desktop.write('resource.changed', made, first(resource), said));
      return { id, title: resource.title, type: resource.type };
    }),
  };
}

/** The sealing key as a coordinator's browser makes it, rehearsed. */
async function writeKey(desktop: Enrolled, passphrase: string, said: Said, random: RandomBytes) {
  const prepared = await prepareSealingKey({ passphrase, holder: 'Rosa Alvarez', random });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const { keyId, publicKey, wraps, recoveryKey } = prepared.value;
  const rehearsed = await rehearseSealing({ prepared: prepared.value, library: desktop.identity.library, passphrase, recoveryKey, random });
  if (!rehearsed.ok) throw new Error(rehearsed.problem.code);
  desktop.write('sealing-key.changed', keyId, first({ publicKey, retired: false }), said);
  for (const wrap of wraps) desktop.write('key-wrap.changed', recordIdFrom(random), first(wrap), said);
  return { id: keyId, publicKey, recoveryKey };
}

function fieldsOf(planned: PlannedSession, records: Records): Partial<SessionFields> {
  const partner = records.partners.get(planned.site);
  const { date, startsAt, endsAt, title, activityType, topic, targetAge } = planned;
  return {
    site: records.sites.get(planned.site) ?? null,
    outlet: records.outlets[activityType === 'bookmobile_stop' ? 0 : 1] ?? null,
    partners: partner === undefined ? [] : [partner],
    format: 'in_person_offsite',
    status: 'planned',
    date,
    startsAt,
    endsAt,
    title,
    activityType,
    topic,
    targetAge,
  };
}

/** Remembers who wrote each field last, as a device's store does, so that only what is meant to is overwritten unseen. */
function sessionEdits(): Scene['edit'] {
  const writers = new Map<string, readonly string[]>();
  return (device, session, set, said, unseen) => {
    const seenBy = (field: string) => (writers.get(`${session} ${field}`) ?? []).at(unseen === undefined ? -1 : -2) ?? null;
    const base = Object.fromEntries(Object.keys(set).map((field) => [field, seenBy(field)]));
    const fact = device.write('session.changed', session, { set, base }, said);
    for (const field of Object.keys(set)) writers.set(`${session} ${field}`, [...(writers.get(`${session} ${field}`) ?? []), fact]);
  };
}

/** Two tablets mend the same note in the same hour without a network: one of the two is kept for review. */
async function twoMindsAboutASite([one, other]: readonly [Enrolled, Enrolled], ids: Records['sites'], at: number): Promise<void> {
  const site = ids.get('Heron Landing') ?? '';
  one.write('site.changed', site, first({ notes: 'No signal here at all. Park by the second lamp.' }), { at, staff: null });
  other.write('site.changed', site, first({ notes: 'No signal. The ramp is closed until spring, use the meadow.' }), { at, staff: null });
  await one.deliver(at);
  await other.deliver(at);
}

/** The body of a first edit: nobody wrote these fields before. */
function first<Set extends object>(set: Set): { readonly set: Set; readonly base: Record<string, null> } {
  return { set, base: Object.fromEntries(Object.keys(set).map((field) => [field, null])) };
}

function written(id: string, write: (id: string) => void): string {
  write(id);
  return id;
}
