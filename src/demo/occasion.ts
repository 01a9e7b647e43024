// What happens in one session, as facts: opened, counted, things given and lent, people signing up, notes, closed. Two tablets help at
// large ones; a slip of the thumb is taken back; a few notes are written twice without the other's being seen.

import { type Band, bands } from '../domain/attendance.ts';
import type { SessionFields } from '../domain/session.ts';
import { sealContact } from '../device/seal/hpke.ts';
import type { Language } from '../domain/shapes.ts';
import { longId } from '../protocol/ids.ts';
import type { PlannedSession } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Enrolled } from './enrolled.ts';
import { aPerson } from './people.ts';
import { instantOf } from './wall-clock.ts';

/** Everybody and everything a session needs; ids are those of the records. */
export interface Scene {
  readonly chance: Chance;
  readonly lead: Enrolled;
  readonly helper: Enrolled;
  readonly kiosk: Enrolled;
  readonly staff: readonly string[];
  readonly resources: readonly { readonly id: string; readonly title: string; readonly type: string }[];
  readonly key: { readonly id: string; readonly publicKey: string };
  /** Writes an edit with the bases it should have; `unseen` as if the newest value had not arrived yet. */
  readonly edit: (
    device: Enrolled,
    session: string,
    set: Partial<SessionFields>,
    said: { readonly at: number; readonly staff: string | null },
    unseen?: 'unseen',
  ) => void;
}

const minute = 60_000;

/** Until `now`: a session that still goes on has only begun to be counted, and stays open. */
export async function hold(scene: Scene, id: string, planned: PlannedSession, now: number): Promise<void> {
  const { chance, lead, helper, edit } = scene;
  const [start, end] = [instantOf(planned.date, planned.startsAt), instantOf(planned.date, planned.endsAt)];
  const opened = start - chance.between(0, 9) * minute;
  const until = Math.min(end, now);
  const staff = chance.oneOf(scene.staff);
  const at = () => chance.between(opened / 1_000, Math.max(opened, until) / 1_000) * 1_000;

  edit(lead, id, { status: 'open', openedAt: new Date(opened).toISOString() }, { at: opened, staff });
  const share = (until - opened) / (end - opened);
  const heads = Math.round(chance.between(...planned.crowd) * share);
  const helped = planned.crowd[1] >= 20;
  for (const { band, count, byHelper } of arrivals(chance, planned, heads, helped)) {
    const device = byHelper ? helper : lead;
    device.write('attendance.counted', id, { band, heads: count, way: count === 1 ? 'tap' : 'many' }, { at: at(), staff });
  }
  if (chance.inHundred(25)) slip(scene, id, planned, at(), staff);
  handOuts(scene, id, planned, at, staff);
  await signUps(scene, id, planned, at, staff);

  if (chance.inHundred(45)) edit(lead, id, { notes: chance.oneOf(notes) }, { at: at(), staff });
  if (helped && chance.inHundred(18)) {
    edit(lead, id, { notes: chance.oneOf(notes) }, { at: at(), staff });
    edit(helper, id, { notes: chance.oneOf(notes) }, { at: at(), staff: chance.oneOf(scene.staff) }, 'unseen');
  }
  if (end > now) return;
  const closed = end + chance.between(0, 12) * minute;
  edit(lead, id, { status: 'closed', closedAt: new Date(Math.min(closed, now)).toISOString() }, { at: Math.min(closed, now), staff });
}

/** Heads in taps of one and in groups, by band. */
function arrivals(chance: Chance, { targetAge, activityType }: PlannedSession, heads: number, helped: boolean) {
  const found: { readonly band: Band; readonly count: number; readonly byHelper: boolean }[] = [];
  const others = bands.filter((band) => band !== 'general');
  for (let left = heads; left > 0; ) {
    const count = Math.min(left, chance.inHundred(55) ? 1 : chance.between(2, activityType === 'program_session' ? 6 : 4));
    const grown = targetAge === '0-5' ? 42 : 12;
    const band = targetAge === 'general' ? chance.oneOf(others) : chance.inHundred(grown) ? '19+' : targetAge;
    found.push({ band, count, byHelper: helped && chance.inHundred(35) });
    left -= count;
  }
  return found;
}

/** Counted, then taken back: by undo, or one head at a time. */
function slip({ chance, lead }: Scene, id: string, { targetAge }: PlannedSession, at: number, staff: string): void {
  const count = chance.oneOf([1, 1, 5]);
  const wrong = lead.write('attendance.counted', id, { band: targetAge, heads: count, way: 'tap' }, { at, staff });
  if (chance.inHundred(70)) lead.write('fact.voided', id, { target: wrong }, { at: at + 4_000, staff });
  else lead.write('attendance.counted', id, { band: targetAge, heads: -count, way: 'tap' }, { at: at + 9_000, staff });
}

function handOuts({ chance, lead, resources }: Scene, id: string, { activityType }: PlannedSession, at: () => number, staff: string): void {
  const ofType = (type: string) => chance.oneOf(resources.filter((resource) => resource.type === type));
  const given = (type: string, least: number, most: number) => {
    const { id: resource, title } = ofType(type);
    lead.write('hand-out.given', id, { resource, title, count: chance.between(least, most), barcode: null }, { at: at(), staff });
  };
  if (chance.inHundred(70)) given('handout', 3, 25);
  if (activityType === 'self_directed' || chance.inHundred(15)) given('kit', 4, 12);
  if (activityType === 'bookmobile_stop') {
    for (let loans = chance.between(2, 7); loans > 0; loans--) {
      const { id: resource, title } = ofType('book');
      const back = chance.inHundred(35);
      lead.write(
        back ? 'hand-out.returned' : 'hand-out.lent',
        id,
        { resource, title, count: 1, barcode: `3070${chance.between(1_000_000, 9_999_999)}` },
        { at: at(), staff },
      );
    }
  } else if (activityType === 'program_session' && chance.inHundred(50)) {
    const { id: resource, title } = ofType(chance.oneOf(['book', 'kit', 'digital_resource', 'device']));
    lead.write('hand-out.shown', id, { resource, title, count: 1, barcode: null }, { at: at(), staff });
  }
}

async function signUps(scene: Scene, id: string, planned: PlannedSession, at: () => number, staff: string): Promise<void> {
  const { chance, lead, kiosk, key } = scene;
  const many = planned.topic === 'card_drive';
  for (let left = many ? chance.between(4, 9) : chance.between(0, 3) - 1; left > 0; left--) {
    const language = chance.oneOf<Language>(['en-US', 'en-US', 'es-US', 'es-US', 'ht', 'ht', 'ht']);
    const person = aPerson(chance, language, planned.date);
    // The kiosk stands at tables; elsewhere the form goes from hand to hand. Nobody signs in on a kiosk.
    const device = many && chance.inHundred(60) ? kiosk : lead;
    const by = device === kiosk ? null : staff;
    const fact = longId(chance.bytes);
    const { library } = device.identity;
    const sealed = await sealContact(key.publicKey, key.id, { library, fact, kind: 'sign-up.taken' }, person.contact);
    if (!sealed.ok) throw new Error(`a made-up sign-up cannot be sealed: ${JSON.stringify(sealed.problem)}`);
    const consent = { given: true, wording: `${language}/2026-11`, by: person.contact.guardian === null ? 'person' : 'caregiver' } as const;
    const program = person.for === 'program' ? planned.title || 'Storytime' : null;
    const body = { for: person.for, program, language, ageBand: person.ageBand, consent, sealed: sealed.value };
    device.write('sign-up.taken', id, body, { at: at(), staff: by, id: fact });
  }
}

const notes = [
  'Rain at the start, moved under the awning. Nobody minded.',
  'Ran out of bookmarks. Bring 50 more next time.',
  'Three families asked for books in Kreyòl.',
  'Una mamá pidió cuentos bilingües para la próxima vez.',
  'Quiet day: the road is closed on the north side.',
  'Teacher would like a visit every two weeks.',
  'Puppets were a success. One crab needs a new eye.',
  'Generator tripped once, five minutes lost.',
  'Moun yo te kontan. Nou bezwen plis chèz.',
  'Two grandmothers stayed to read along.',
];
