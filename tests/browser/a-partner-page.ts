// What the server answers a partner's browser with.

import * as v from 'valibot';
import { defaultRules } from '../../src/domain/sign-up-rules.ts';
import { type Shared, type SharedAnswer, type SharedSession, sharedRequest } from '../../src/protocol/shared.ts';

const session: SharedSession = {
  id: 'SESSION00001',
  date: '2026-11-09',
  startsAt: '10:00',
  endsAt: '11:00',
  status: 'planned',
  title: '',
  place: 'Hurston Elementary',
  address: '12 NE 125th St',
  activityType: 'program_session',
  topic: 'class_visit',
  format: 'in_person_offsite',
  targetAge: '6-11',
  goals: ['information_literacy'],
  brings: [
    { what: '30 library cards', who: 'library', name: '' },
    { what: 'The gym key', who: 'you', name: '' },
    { what: 'Snacks', who: 'other', name: 'Little Haiti Center' },
  ],
  sharedNotes: 'Two classes, one after the other.',
  counts: null,
  prepared: 0,
};
const { prepared: _, ...notPreparable } = session;

const shared: Shared = {
  at: '2026-11-02T14:00:00.000Z',
  library: { name: 'North Miami Public Library', timeZone: 'America/New_York' },
  today: '2026-11-02',
  partner: { name: 'Hurston Elementary', goals: ['literacy', 'information_literacy'], sharedNotes: 'Every second Tuesday in the gym.' },
  sessions: [
    {
      ...notPreparable,
      id: 'SESSION00000',
      date: '2026-11-02',
      status: 'open',
      counts: { byBand: { '6-11': 31 }, attendance: 31, signUps: 2, handOuts: 9 },
    },
    session,
    {
      ...notPreparable,
      id: 'SESSION00002',
      date: '2026-11-16',
      title: 'Author visit',
      status: 'canceled',
      brings: [],
      goals: [],
      sharedNotes: '',
    },
  ],
  history: {
    sessions: [{ id: 'SESSION0000X', date: '2026-10-12', attendance: 44, signUps: 3, handOuts: 12, minutes: 60 }],
    months: [{ month: '2026-10', sessions: 1, attendance: 44, signUps: 3, handOuts: 12, minutes: 60, timed: 44 }],
  },
  preparing: {
    partner: 'PARTNER00001',
    sealTo: { id: 'KEY000000001', publicKey: 'B'.repeat(87) },
    rules: defaultRules,
    languages: ['en-US', 'ht'],
  },
};

/** As the server gives it: the request's names, repeated. */
export function aSharedAnswer(body: unknown): SharedAnswer {
  const { device, request } = v.parse(sharedRequest, body);
  return { device, request, ...shared };
}
