// [S57] A partner prepares a class: what the server takes from it, everything it refuses, and that all of it is done once.

import { describe, expect, test } from 'vitest';
import type { FactBody } from '../../src/domain/fact.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { SessionFields } from '../../src/domain/session.ts';
import { paths } from '../../src/protocol/paths.ts';
import { largestPrepared, mostPrepared, mostPreparedADay } from '../../src/protocol/prepared.ts';
import type { SentFact } from '../../src/protocol/push.ts';
import type { SharedAnswer } from '../../src/protocol/shared.ts';
import { type EngineName, engines } from '../support/databases.ts';
import { aMaker, type MadeFact, preparedBody, sentText } from '../support/facts.ts';
import {
  aBrowser,
  aDevice,
  aLibrary,
  anotherLibrary,
  aPartnersBrowser,
  aServer,
  pullAll,
  type TestDevice,
  type TestServer,
} from '../support/server.ts';

const key = 'KEY000000001';
const lincoln = 'PARTNER00001';
const grant = 'PARTNER00002';
const visit = 'SESSION00001';

interface School {
  readonly server: TestServer;
  readonly desktop: TestDevice;
  readonly browser: TestDevice;
}

/** A library with a key and two partners; Lincoln School expects a class visit in two weeks and has a page. */
async function aSchool(engine: EngineName = 'sqlite'): Promise<School> {
  const server = await aServer({ engine });
  const desktop = await aLibrary(server);
  const { maker } = desktop;
  const named = (name: string) => ({ set: { name, contactName: '', contactRole: '', contact: '', notes: '' }, base: {} });
  await desktop.push([
    maker.make('library.changed', maker.library, {
      set: { name: 'Lakeview', timeZone: 'America/New_York', languages: ['en-US', 'ht'] },
      base: {},
    }),
    maker.make('sealing-key.changed', key, { set: { publicKey: 'B'.repeat(87), retired: false }, base: {} }),
    maker.make('partner.changed', lincoln, named('Lincoln School')),
    maker.make('partner.changed', grant, named('Grant School')),
  ]);
  await plan(desktop, visit);
  return { server, desktop, browser: await aPartnersBrowser(server, desktop, lincoln) };
}

const aVisit: Partial<SessionFields> = { date: '2026-11-16', topic: 'class_visit', partners: [lincoln], place: 'Gym' };

async function plan({ push, maker }: TestDevice, id: string, fields: Partial<SessionFields> = {}): Promise<void> {
  await push([maker.changeSession(id, { ...aVisit, ...fields })]);
}

function child({ maker }: TestDevice, session = visit, body: Partial<FactBody<'sign-up.taken'>> = {}): MadeFact {
  return maker.make('sign-up.taken', session, { ...preparedBody(lincoln, key), ...body }, { staff: null });
}

function children(browser: TestDevice, count: number, session = visit): readonly MadeFact[] {
  return Array.from({ length: count }, () => child(browser, session));
}

interface Answer {
  readonly prepared?: number;
  readonly problem?: Problem;
}

function prepare(browser: TestDevice, made: readonly (MadeFact | SentFact)[], session = visit, more: object = {}): Promise<Answer> {
  const facts = made.map((one) => ('sent' in one ? one.sent : one));
  return browser.browser.post<Answer>(paths.prepared, { device: browser.identity.device, request: 'ASK1', session, facts, ...more });
}

function page({ browser, identity }: TestDevice) {
  return browser.post<SharedAnswer>(paths.shared, { device: identity.device, request: 'ASK2' });
}

async function preparedOn(browser: TestDevice, session = visit): Promise<number | undefined> {
  return (await page(browser)).sessions.find(({ id }) => id === session)?.prepared;
}

async function kept({ server, desktop }: School) {
  const rows = await server.engine.db.selectFrom('fact').select('id').where('kind', '=', 'sign-up.taken').execute();
  const { held } = await desktop.browser.get<{ held: readonly unknown[] }>(paths.quarantine);
  return { stored: rows.length, held: held.length };
}

describe.each(engines)('a class prepared by a partner, on %s', (engine) => {
  test('[S57] is stored once, reaches the library’s devices, and comes back to the partner as a number', async () => {
    const school = await aSchool(engine);
    const { desktop, browser } = school;
    await plan(desktop, 'SESSION00002', { topic: 'storytime' });
    const before = await page(browser);
    expect(before.sessions.map(({ id, prepared }) => [id, prepared])).toEqual([
      [visit, 0],
      ['SESSION00002', undefined],
    ]);
    expect(before.preparing).toMatchObject({
      partner: lincoln,
      sealTo: { id: key, publicKey: 'B'.repeat(87) },
      languages: ['en-US', 'ht'],
      rules: { keepDays: 30 },
    });

    const made = children(browser, 3);
    const done = { device: browser.identity.device, request: 'ASK1', prepared: 3 };
    expect(await prepare(browser, made)).toEqual(done);
    expect(await prepare(browser, made)).toEqual(done);
    const more = child(browser);
    expect(await prepare(browser, [...made.slice(1), more])).toMatchObject({ prepared: 4 });
    expect(await kept(school)).toEqual({ stored: 4, held: 0 });

    const texts = [...(await pullAll(await aDevice(school.server, desktop))).facts.values()];
    for (const { sent } of [...made, more]) expect(texts).toContain(sent.text);
    expect((await pullAll(browser)).facts.size).toBe(0);
    const after = await page(browser);
    expect(after.sessions[0]?.prepared).toBe(4);
    expect(JSON.stringify(after)).not.toContain(more.fact.id);

    await desktop.push([desktop.maker.voidOf(visit, more)]);
    expect(await preparedOn(browser)).toBe(3);
    const { storage } = school.server.services;
    expect((await storage.devices.gaps(desktop.identity.library)).gaps).toEqual([]);
    expect((await storage.devices.list(desktop.identity.library)).map(({ forkedAt }) => forkedAt)).toEqual([null, null, null]);
  });

  test('[S57] is stored once when it comes twice at once, and two browsers together go beyond no limit', async () => {
    const school = await aSchool(engine);
    const { desktop, browser, server } = school;
    const made = children(browser, 3);
    const twice = await Promise.all([prepare(browser, made), prepare(browser, made)]);
    expect(twice.map(({ prepared }) => prepared)).toEqual([3, 3]);
    const second = await aPartnersBrowser(server, desktop, lincoln);
    const both = await Promise.all([browser, second].map((one) => prepare(one, children(one, 40))));
    expect(both.map(({ prepared, problem }) => prepared ?? problem?.code).toSorted()).toEqual([43, 'class-full']);
    expect(await kept(school)).toEqual({ stored: 43, held: 0 });
  });

  test('[S57] is limited by session and by day, by what counts and by when it came', async () => {
    const school = await aSchool(engine);
    const { desktop, browser, server } = school;
    const full = children(browser, mostPrepared);
    expect(await prepare(browser, full)).toMatchObject({ prepared: mostPrepared });
    expect((await prepare(browser, [child(browser)])).problem).toEqual({
      code: 'class-full',
      detail: { most: mostPrepared, in: 'session' },
    });
    const [first] = full;
    if (first !== undefined) await desktop.push([desktop.maker.voidOf(visit, first)]);
    expect(await prepare(browser, [child(browser)])).toMatchObject({ prepared: mostPrepared });

    const days = Math.floor(mostPreparedADay / mostPrepared);
    const others = Array.from({ length: days }, (_, at) => `SESSION0010${at}`);
    for (const session of others) await plan(desktop, session);
    for (const session of others.slice(1)) await prepare(browser, children(browser, mostPrepared, session), session);
    const last = others[0] ?? '';
    const left = mostPreparedADay - days * mostPrepared - 1; // the one that was taken back came today all the same
    expect((await prepare(browser, children(browser, left + 1, last), last)).problem).toEqual({
      code: 'class-full',
      detail: { most: mostPreparedADay, in: 'day' },
    });
    expect(await prepare(browser, children(browser, left, last), last)).toMatchObject({ prepared: left });
    // Another browser of the same partner has no day of its own.
    const second = await aPartnersBrowser(server, desktop, lincoln);
    expect((await prepare(second, [child(second, last)], last)).problem?.code).toBe('class-full');
    server.clock.now += 25 * 3_600_000;
    expect(await prepare(second, [child(second, last)], last)).toMatchObject({ prepared: left + 1 });
    expect(await kept(school)).toEqual({ stored: mostPreparedADay + 1, held: 0 });
  });
});

const unlike: readonly (readonly [string, Partial<SessionFields>])[] = [
  ['another partner’s', { partners: [grant] }],
  ['shared with nobody', { partners: [] }],
  ['of yesterday', { date: '2026-11-01' }],
  ['beyond the days that devices know', { date: '2027-11-16' }],
  ['begun', { status: 'open' }],
  ['over', { status: 'closed' }],
  ['canceled', { status: 'canceled' }],
  ['no class visit', { topic: 'storytime' }],
  ['without library cards', { offers: ['newsletter'] }],
];

test.each(unlike)('[S57] nothing is taken for a session that is %s, and the page does not offer it', async (_, fields) => {
  const school = await aSchool();
  await plan(school.desktop, 'SESSION00002', fields);
  expect(await prepare(school.browser, [child(school.browser, 'SESSION00002')], 'SESSION00002')).toEqual({
    problem: { code: 'class-closed' },
  });
  expect(await preparedOn(school.browser, 'SESSION00002')).toBeUndefined();
  expect(await kept(school)).toEqual({ stored: 0, held: 0 });
});

test('[S57] nothing is taken for a session that nobody knows, or that is not the one of its facts', async () => {
  const school = await aSchool();
  const { browser } = school;
  expect(await prepare(browser, [child(browser, 'SESSION00009')], 'SESSION00009')).toEqual({ problem: { code: 'class-closed' } });
  const field = 'facts.0.subject.id';
  expect((await prepare(browser, [child(browser, 'SESSION00009')])).problem).toEqual({ code: 'request-invalid', detail: { field } });
  expect(await kept(school)).toEqual({ stored: 0, held: 0 });
});

/** Each is all wrong in one place, which the answer names. */
const wrongFacts: readonly (readonly [string, (school: School) => MadeFact | SentFact])[] = [
  ['kind', ({ browser }) => browser.maker.count(visit, '6-11', 20)],
  ['kind', ({ browser }) => browser.maker.changeSession(visit, { title: 'Mine' })],
  ['kind', ({ browser }) => browser.maker.make('check-in.marked', visit, { target: child(browser).fact.id })],
  ['kind', ({ browser }) => browser.maker.make('fact.voided', visit, { target: child(browser).fact.id })],
  [
    'kind',
    ({ browser }) =>
      browser.maker.make('sign-up.corrected', visit, { target: child(browser).fact.id, sealed: preparedBody(lincoln).sealed }),
  ],
  ['kind', ({ browser }) => browser.maker.make('partner.changed', lincoln, { set: { name: 'Mine' }, base: {} })],
  ['device', ({ browser, desktop }) => changed(child(browser), { device: desktop.identity.device })],
  ['library', ({ browser }) => changed(child(browser), { library: 'LIBRARY00009' })],
  ['staff', ({ browser }) => changed(child(browser), { staff: 'STAFF0000001' })],
  ['more', ({ browser }) => changed(child(browser), { more: 'Ana Núñez' })],
  ['subject.more', ({ browser }) => changed(child(browser), { subject: { type: 'session', id: visit, more: 1 } })],
  ['body.preparedBy', ({ browser }) => child(browser, visit, { preparedBy: grant })],
  ['body.preparedBy', ({ browser }) => child(browser, visit, { preparedBy: undefined })],
  ['body.for', ({ browser }) => child(browser, visit, { for: 'newsletter' })],
  ['body.program', ({ browser }) => child(browser, visit, { program: 'Chess' })],
  ['body.prepared', ({ browser }) => child(browser, visit, { prepared: false })],
  ['body.programSession', ({ browser }) => child(browser, visit, { programSession: 'SESSION00002' })],
  ['body.name', ({ browser }) => child(browser, visit, { name: 'Ana Núñez' })],
  ['body.consent.wording', ({ browser }) => child(browser, visit, { consent: { given: true, wording: 'en-US/2026-11', by: 'caregiver' } })],
  ['body.consent.by', ({ browser }) => child(browser, visit, { consent: { given: true, wording: 'in-writing/2026-11', by: 'person' } })],
  ['body.sealed.name', ({ browser }) => child(browser, visit, { sealed: { key, enc: 'ZW5j', box: 'Ym94', name: 'Ana Núñez' } })],
  ['text', ({ browser }) => ({ ...child(browser).sent, hash: 'A'.repeat(43) })],
  ['text', () => sentText('Ana Núñez')],
  ['text', ({ browser }) => child(browser, visit, { sealed: { key, enc: 'ZW5j', box: 'A'.repeat(largestPrepared) } })],
];

function changed({ fact }: MadeFact, parts: object): SentFact {
  return sentText(JSON.stringify({ ...fact, ...parts }));
}

test.each(wrongFacts)('[S57] of a request with a fact whose %s is not what a partner may say nothing is taken', async (field, make) => {
  const school = await aSchool();
  const { browser } = school;
  const answer = await prepare(browser, [child(browser), make(school)]);
  expect(answer.problem).toEqual({ code: 'request-invalid', detail: { field: `facts.1.${field}` } });
  expect(await kept(school)).toEqual({ stored: 0, held: 0 });
});

test('[S57] nothing is taken of too many at once, of none, of one twice, or of another device’s incarnation', async () => {
  const school = await aSchool();
  const { browser, desktop } = school;
  const one = child(browser);
  const wrong = async (made: readonly (MadeFact | SentFact)[]) => (await prepare(browser, made)).problem;
  const invalid = (field: string) => ({ code: 'request-invalid', detail: { field } });
  expect(await wrong(children(browser, mostPrepared + 1))).toEqual(invalid('facts'));
  expect(await wrong([])).toEqual(invalid('facts'));
  expect(await wrong([one, one])).toEqual(invalid('facts.1.id'));
  expect(await wrong([changed(one, { incarnation: desktop.identity.incarnation })])).toEqual(invalid('facts.0.incarnation'));
  expect(await kept(school)).toEqual({ stored: 0, held: 0 });
});

test('[S57] what is sealed to a key that the library no longer uses is sealed anew', async () => {
  const school = await aSchool();
  const { desktop, browser } = school;
  const old = child(browser);
  const newer = desktop.maker.make('sealing-key.changed', 'KEY000000002', { set: { publicKey: 'C'.repeat(87), retired: false }, base: {} });
  await desktop.push([newer]);
  expect((await page(browser)).preparing?.sealTo.id).toBe('KEY000000002');
  expect(await prepare(browser, [old])).toEqual({ problem: { code: 'sealing-key-changed' } });
  const again = child(browser, visit, { sealed: { ...preparedBody(lincoln).sealed, key: 'KEY000000002' } });
  expect(await prepare(browser, [again])).toMatchObject({ prepared: 1 });
  expect(await kept(school)).toEqual({ stored: 1, held: 0 });
});

test('[S57] a library without a key offers nothing', async () => {
  const school = await aSchool();
  const { desktop, browser } = school;
  await desktop.push([desktop.maker.make('sealing-key.changed', key, { set: { retired: true }, base: {} })]);
  expect((await page(browser)).preparing).toBeUndefined();
  expect(await preparedOn(browser)).toBeUndefined();
  expect((await prepare(browser, [child(browser)])).problem?.code).toBe('sealing-key-changed');
});

test('[S57] nobody else prepares a class', async () => {
  const school = await aSchool();
  const { server, desktop, browser } = school;
  const tablet = await aDevice(server, desktop);
  const kiosk = await aDevice(server, desktop, 'kiosk');
  for (const device of [desktop, tablet, kiosk]) expect((await prepare(device, [child(device)])).problem?.code).toBe('not-allowed');
  const stranger = { ...browser, browser: aBrowser(server) };
  expect((await prepare(stranger, [child(browser)])).problem?.code).toBe('not-enrolled');
  // Another partner's browser, also when it says that it is this one's.
  const other = await aPartnersBrowser(server, desktop, grant);
  expect((await prepare(other, [child(browser)])).problem?.code).toBe('request-invalid');
  expect((await prepare(other, [child(browser)], visit, { device: browser.identity.device })).problem?.code).toBe('not-enrolled');
  const own = child(other, visit, { preparedBy: grant });
  expect((await prepare(other, [own])).problem?.code).toBe('class-closed');
  // Another library's, with ids that both have.
  const elsewhere = await anotherLibrary(server);
  const theirs = await aPartnersBrowser(server, elsewhere, lincoln);
  expect((await prepare(theirs, [child(browser)])).problem?.code).toBe('request-invalid');
  expect((await prepare(theirs, [child(theirs)])).problem?.code).toBe('not-found');
  expect(await kept(school)).toEqual({ stored: 0, held: 0 });
});

test('[S57] nothing is taken from a partner whose access has ended', async () => {
  const school = await aSchool();
  const { desktop, browser } = school;
  const archived = (is: boolean) => desktop.push([desktop.maker.make('partner.changed', lincoln, { set: { archived: is }, base: {} })]);
  await archived(true);
  expect((await prepare(browser, [child(browser)])).problem?.code).toBe('not-found');
  await archived(false);
  await desktop.browser.post(paths.revoke, { device: browser.identity.device });
  expect((await prepare(browser, [child(browser)])).problem?.code).toBe('device-revoked');
  expect(await kept(school)).toEqual({ stored: 0, held: 0 });
});

test('[S54] [S57] it is no right to push; what was held aside so is taken when it comes the right way', async () => {
  const school = await aSchool();
  const { browser } = school;
  const made = child(browser);
  expect((await browser.push([made])).receipts).toMatchObject([{ state: 'held', code: 'fact-not-allowed' }]);
  expect(await kept(school)).toEqual({ stored: 0, held: 1 });
  expect(await prepare(browser, [made])).toMatchObject({ prepared: 1 });
  expect(await kept(school)).toEqual({ stored: 1, held: 0 });
});

test('[S57] sent once more it has been done, whatever has become of the session and the key', async () => {
  const school = await aSchool();
  const { desktop, browser } = school;
  const made = children(browser, 2);
  await prepare(browser, made);
  await desktop.push([
    desktop.maker.changeSession(visit, { status: 'canceled' }),
    desktop.maker.make('sealing-key.changed', key, { set: { retired: true }, base: {} }),
  ]);
  expect(await prepare(browser, made)).toMatchObject({ prepared: 2 });
  expect((await prepare(browser, [...made, child(browser)])).problem?.code).toBe('class-closed');
  const [first] = made;
  const other = first === undefined ? [] : [changed(first, { number: 99 })];
  expect((await prepare(browser, other)).problem).toEqual({ code: 'request-invalid', detail: { field: 'facts.0.id' } });
  expect(await kept(school)).toEqual({ stored: 2, held: 0 });
});

test('[S28] [S57] who was erased does not come back', async () => {
  const school = await aSchool();
  const { desktop, browser } = school;
  const made = children(browser, 2);
  await prepare(browser, made);
  await desktop.browser.post(paths.erase, { signUps: [made[0]?.fact.id] });
  expect(await prepare(browser, made)).toMatchObject({ prepared: 1 });
  expect(await kept(school)).toEqual({ stored: 1, held: 0 });
});

test('[S9] [S57] carried by staff it is taken as the route would take it, and nothing else that a partner’s browser made', async () => {
  const { desktop, browser } = await aSchool();
  const made = [child(browser), child(browser, visit, { for: 'newsletter' }), child(browser, visit, { prepared: false })];
  const { receipts } = await desktop.push(made);
  expect(receipts.map((one) => [one.state, 'code' in one ? one.code : null])).toEqual([
    ['stored', null],
    ['held', 'fact-not-allowed'],
    ['held', 'fact-not-allowed'],
  ]);
});

test('[S20] [S57] what comes back to a restored server that does not know the browser any more is counted', async () => {
  const { desktop, browser } = await aSchool();
  const { library } = browser.identity;
  const forgotten = { ...browser, maker: aMaker({ library }) };
  await desktop.push(children(forgotten, 2));
  const { sessions } = await page(browser);
  expect(sessions.find(({ id }) => id === visit)?.prepared).toBe(2);
});
