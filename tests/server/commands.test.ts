// The operator's commands, as processes, on both engines: backup and restore heal, the rest does what it says, mistakes are one line.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { rowsLeftOut } from '../../src/server/commands/import-words.ts';
import { countedId } from '../../src/server/storage/counted.ts';
import type { OfferAnswer } from '../../src/protocol/push.ts';
import { countChange } from '../../src/domain/stock.ts';
import { usualTemplate } from '../../src/domain/templates.ts';
import { aCalendar, anEvent } from '../support/calendar.ts';
import { aDatabase, engines } from '../support/databases.ts';
import { wayside } from '../support/commands.ts';
import { aFolder, aRunningServer } from '../support/process.ts';
import { aBrowser, aDevice, aLibrary, aServer, deviceWith, pullAll, type TestDevice } from '../support/server.ts';

describe.each(engines)('commands on %s', (engine) => {
  test('[S19][S20][S28] a restored server gets back what devices hold, and nothing that was erased', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const file = join(aFolder(), 'backup.gz');
    const before = await aServer({ config: { dataDir, databaseUrl } });
    const desktop = await aLibrary(before);
    const tablet = await aDevice(before, desktop);
    const old = [tablet.maker.changeSession('S1', { date: '2026-11-02', notes: 'line\u2028break "\\' }), tablet.maker.signUp('S1', 'card')];
    await tablet.push(old);
    expect(await wayside(env, 'backup', file)).toMatchObject({ code: 0, err: '' });
    expect((await desktop.pull(null)).rows?.safe).toBe(2);
    const lost = tablet.maker.count('S1', '6-11', 7);
    await tablet.push([lost]);
    const gone = old[1]?.fact.id ?? '';
    const erased = await wayside(env, 'erase', gone, '-vBeginsLikeAnOption12');
    expect(erased).toMatchObject({ code: 0, out: expect.stringContaining('Erased 1 of 2') });
    const { cursor } = await pullAll(tablet);
    await before.close();

    expect((await wayside(env, 'restore', file)).err).toContain('--replace yes');
    const restored = await wayside(env, 'restore', file, '--replace', 'yes');
    expect(restored).toMatchObject({ code: 0, err: '' });

    const after = await aServer({ config: { dataDir, databaseUrl }, seed: 2 });
    expect(after.services.identity).toMatchObject({ id: before.services.identity.id });
    expect(after.services.identity.epoch).not.toBe(before.services.identity.epoch);
    const back = deviceWith(aBrowser(after, tablet.browser.cookies), tablet.identity);
    expect(await back.pull(cursor)).toMatchObject({ rows: null, offer: true });
    const ids = [...old, lost].map(({ fact }) => fact.id);
    const offered = await back.browser.post<OfferAnswer>('/api/sync/offer', { protocol: 1, ids });
    expect(offered).toMatchObject({ missing: [lost.fact.id], erased: [gone] });
    await back.push([lost]);
    const texts = [...(await pullAll(back)).facts.values()];
    // What the erased sign-up counted stays (S33), and names nobody.
    const [counted, ...more] = texts.filter((text) => JSON.parse(text).kind === 'sign-up.counted');
    expect([JSON.parse(counted ?? '{}').id, more]).toEqual([countedId(gone), []]);
    expect(texts.filter((text) => text !== counted).sort()).toEqual([old[0]?.sent.text, lost.sent.text].sort());
    const signedIn = await back.browser.post('/api/sign-in', { email: 'alice@library.example', password: 'a bookmobile in the rain' });
    expect(signedIn.problem).toBeUndefined();
  });

  test('[S32] a device revoked after the backup stays revoked when the backup is restored', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const file = join(aFolder(), 'backup.gz');
    const before = await aServer({ config: { dataDir, databaseUrl } });
    const desktop = await aLibrary(before);
    const [lost, kept] = [await aDevice(before, desktop), await aDevice(before, desktop)];
    await wayside(env, 'backup', file);
    expect(await desktop.browser.post('/api/devices/revoke', { device: lost.identity.device })).toEqual({});
    await before.close();
    const restored = await wayside(env, 'restore', file, '--replace', 'yes');
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out.match(/still revoked: Tablet/g)).toHaveLength(1);
    const after = await aServer({ config: { dataDir, databaseUrl }, seed: 2 });
    const back = (device: TestDevice) => deviceWith(aBrowser(after, device.browser.cookies), device.identity);
    expect((await back(lost).pull(null)).problem?.code).toBe('device-revoked');
    expect((await back(lost).push([lost.maker.count('S1', '6-11', 1)])).receipts[0]).toMatchObject({ code: 'fact-from-revoked-device' });
    expect((await back(kept).pull(null)).problem).toBeUndefined();
  });

  test('import-stops reads a published timetable; a second time changes nothing', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const server = await aServer({ config: { dataDir, databaseUrl } });
    const desktop = await aLibrary(server);
    await desktop.push([
      desktop.maker.make('outlet.changed', 'O1', { set: { name: 'Big Green' }, base: {} }),
      desktop.maker.make('template.changed', 'bookmobile_stop', { set: { asksSurvey: true }, base: {} }),
    ]);
    const timetable = [
      'organisation,mobile,route,community,stop,address,postcode,geox,geoy,day,type,arrival,departure,frequency,start,end,exceptions,timetable',
      'Maple County,Big Green,A,Hillside,School,1 Hill Road,,-1.1,53.9,Monday,Public,10:00,10:45,FREQ=WEEKLY,,,,',
      'Maple County,Big Green,A,Hillside,Shop,2 Hill Road,,-1.1,53.9,Monday,Public,11:00,10:45,FREQ=WEEKLY,,,,',
    ].join('\n');
    const file = join(aFolder(), 'stops.csv');
    writeFileSync(file, timetable);
    const first = await wayside(env, 'import-stops', file, '--weeks', '3', '--outlet', 'Big Green');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Sites: 1 new, 0 changed. Sessions: 3 new, 0 changed.');
    expect(first.out).toContain(`Rows that cannot be used: 1. ${rowsLeftOut}\n  line 3: It ends before it begins. (time-order)`);
    const views = await server.engine.db.selectFrom('subject').select('view').where('type', '=', 'session').execute();
    const kinds = views.map(({ view }) => JSON.parse(view).values);
    expect(kinds).toMatchObject(
      Array(3).fill({ template: 'bookmobile_stop', asksSurvey: true, offers: usualTemplate('bookmobile_stop').offers }),
    );
    const count = async () => (await server.services.storage.libraries.list())[0]?.sequence;
    const sequence = await count();
    const second = await wayside(env, 'import-stops', file, '--weeks', '3', '--outlet', 'Big Green');
    expect(second.out).toContain('Sites: 0 new, 0 changed. Sessions: 0 new, 0 changed. As they were: 4.');
    expect(await count()).toBe(sequence);
    writeFileSync(file, 'organisation,stop\nMaple County,School');
    expect((await wayside(env, 'import-stops', file)).err).toMatch(
      /stops\.csv: The file lacks columns.*This file lacks: .*arrival.* \(csv-columns-missing/,
    );
    const exported = await wayside(env, 'export');
    expect(exported.out.split('\r\n')).toHaveLength(5);
    expect(exported.out).toContain('Big Green');

    writeFileSync(file, timetable.replace('Big Green,A,Hillside,School', 'BIG GREEN,A,Hillside,Church').replace('Big Green,', 'Van 9,'));
    const named = await wayside(env, 'import-stops', file, '--weeks', '1');
    expect(named.out).toContain('“BIG GREEN” in the file is Big Green.');
    const all = await server.engine.db.selectFrom('subject').select('view').where('type', '=', 'session').execute();
    expect(all.map(({ view }) => JSON.parse(view).values.outlet)).toEqual(Array(4).fill('O1'));
  });

  test('import-calendar plans sessions with proposals, a second time nothing; export-calendar gives what is to come', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const server = await aServer({ config: { dataDir, databaseUrl } });
    await aLibrary(server);
    const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    const file = join(aFolder(), 'events.ics');
    writeFileSync(
      file,
      aCalendar(anEvent('a', `DTSTART:${soon}T150000Z`, 'SUMMARY:Story time', 'LOCATION:Oak Park'), anEvent('b', 'DTSTART:soon')),
    );
    const first = await wayside(env, 'import-calendar', file, '--weeks', '3');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Sessions: 1 new, 0 changed, 0 of these canceled. As they were: 0.');
    expect(first.out).toContain('line 12, event b: A date or time cannot be read (DTSTART). (date)');
    expect((await wayside(env, 'import-calendar', file, '--weeks', '3')).out).toContain(
      'Sessions: 0 new, 0 changed, 0 of these canceled. As they were: 1.',
    );
    const { out } = await wayside(env, 'export-calendar');
    expect(out).toContain('SUMMARY:Story time\r\nLOCATION:Oak Park\r\nSTATUS:CONFIRMED');
    expect((await wayside(env, 'import-calendar', 'http://127.0.0.1:1/')).err).toMatch(
      /own network.*FEED_NETWORKS.*\(feed-refused, reason own-network\)/,
    );
  });

  test('export says how many kits each session gave away; with --kits how many were prepared and are aboard', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const server = await aServer({ config: { dataDir, databaseUrl } });
    const { maker, push } = await aLibrary(server);
    const counted = countChange('BUS', { copies: 40, day: '2026-11-02' });
    await push([
      maker.make('outlet.changed', 'BUS', { set: { name: 'Big Green', kind: 'bookmobile' }, base: {} }),
      maker.make('resource.changed', 'KIT', { set: { title: 'Seed kit', type: 'kit', ...counted }, base: {} }),
      maker.make('resource.changed', 'PEN', { set: { title: 'Pencils', type: 'handout' }, base: {} }),
      // A kind that Wayside brings along, and says its service area; and one of the library's own.
      maker.changeSession('S1', { date: '2026-11-02', outlet: 'BUS', template: 'storytime' }),
      maker.make('template.changed', 'CHESS', { set: { name: 'Chess', serviceArea: 'civic_engagement' }, base: {} }),
      maker.changeSession('S2', { date: '2026-11-03', template: 'CHESS' }),
      maker.make('hand-out.given', 'S1', { resource: 'KIT', title: 'Seed kit', count: 6, barcode: null }),
      maker.make('hand-out.given', 'S1', { resource: 'PEN', title: 'Pencils', count: 9, barcode: null }),
    ]);
    const [header = '', ...sessions] = (await wayside(env, 'export')).out.split('\r\n');
    const column = (name: string) => sessions.slice(0, 2).map((session) => session.split(',')[header.split(',').indexOf(name)]);
    expect(column('kits_picked_up')).toEqual(['6', '0']);
    expect(column('service_area')).toEqual(['early_childhood_literacy', 'civic_engagement']);
    const [, kit, ...more] = (await wayside(env, 'export', '--kits')).out.split('\r\n');
    expect([kit, ...more]).toEqual(['KIT,Seed kit,Big Green,2026-11-02,40,6,34,2026-11-02', '']);
    const file = join(aFolder(), 'kits.csv');
    expect((await wayside(env, 'export', file, '--kits')).out).toContain(`Exported 1 kits to ${file}.`);
    expect(readFileSync(file, 'utf8')).toContain('Seed kit');
  });

  test('doctor, enroll, add-library', async () => {
    const databaseUrl = await aDatabase(engine);
    const dataDir = aFolder();
    const env = { DATA_DIR: dataDir, DIST_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    expect((await wayside(env, 'enroll')).err).toContain('There is no library yet');
    const server = await aServer({ config: { dataDir, databaseUrl } });
    const desktop = await aLibrary(server);
    server.clock.now = Date.now();
    const { out } = await wayside(env, 'enroll', '--role', 'kiosk');
    const [, code = ''] = /^([0-9A-Z-]{11})/.exec(out) ?? [];
    const enrolled = await aBrowser(server).post<{ level: string }>('/api/enroll', { code, attempt: 'TRY', deviceName: 'Kiosk' });
    expect(enrolled.level).toBe('kiosk');
    writeFileSync(join(dataDir, 'index.html'), '');
    const well = await wayside(env, 'doctor');
    expect(well).toMatchObject({ code: 0, err: '' });
    expect(well.out).toContain('ok     database intact');
    const never = desktop.maker.count('S1', '6-11', 2);
    await desktop.push([desktop.maker.count('S1', '6-11', 1)]);
    expect(never.fact.number).toBe(1);
    await server.engine.db.updateTable('fact').set({ text: '{}' }).execute();
    const ill = await wayside(env, 'doctor');
    expect(ill.code).toBe(1);
    expect(ill.out).toContain('WRONG  1 facts, each with its own hash: damaged: ');
    expect(ill.out).toMatch(/WRONG .+: every record that devices numbered has come: missing between others: 1 of \w/);
    expect(await wayside(env, 'add-library')).toMatchObject({ code: 0 });
    expect((await wayside(env, 'enroll')).err).toContain('Say which library');
  });
});

test('[S28][S32] what one machine erased and revoked outlives a restore on another machine of the same PostgreSQL', async () => {
  const databaseUrl = (await aDatabase('postgres')) ?? '';
  const [here, there] = [aFolder(), aFolder()];
  const file = join(aFolder(), 'backup.gz');
  const server = await aServer({ config: { dataDir: here, databaseUrl } });
  const desktop = await aLibrary(server);
  const tablet = await aDevice(server, desktop);
  const gone = tablet.maker.signUp('S1', 'card');
  await tablet.push([gone]);
  await wayside({ DATA_DIR: there, DATABASE_URL: databaseUrl }, 'backup', file);
  expect(await wayside({ DATA_DIR: here, DATABASE_URL: databaseUrl }, 'erase', gone.fact.id)).toMatchObject({ code: 0 });
  await desktop.browser.post('/api/devices/revoke', { device: tablet.identity.device });
  await server.close();
  expect(await wayside({ DATA_DIR: there, DATABASE_URL: databaseUrl }, 'restore', file, '--replace', 'yes')).toMatchObject({ code: 0 });
  const after = await aServer({ config: { dataDir: there, databaseUrl }, seed: 2 });
  const back = (device: TestDevice) => deviceWith(aBrowser(after, device.browser.cookies), device.identity);
  // What it counted stays (S33).
  expect([...(await pullAll(back(desktop))).facts.values()].map((text) => JSON.parse(text).kind)).toEqual(['sign-up.counted']);
  expect((await back(desktop).push([gone])).receipts[0]).toMatchObject({ state: 'held', code: 'fact-erased' });
  expect((await back(tablet).pull(null)).problem?.code).toBe('device-revoked');
});

test('backup works beside a running server, restore refuses to', async () => {
  const dataDir = aFolder();
  const file = join(aFolder(), 'b.gz');
  const server = await aRunningServer({ DATA_DIR: dataDir });
  expect(await wayside({ DATA_DIR: dataDir }, 'backup', file)).toMatchObject({ code: 0, err: '' });
  const refused = await wayside({ DATA_DIR: dataDir }, 'restore', file, '--replace', 'yes');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('A Wayside server is running');
  await server.stop();
});

test('a damaged, cut or foreign backup is refused before anything is touched', async () => {
  const dataDir = aFolder();
  const server = await aServer({ config: { dataDir } });
  const desktop = await aLibrary(server);
  await desktop.push([desktop.maker.count('S1', '6-11', 12_34)]);
  const file = join(aFolder(), 'b.gz');
  await wayside({ DATA_DIR: dataDir }, 'backup', file);
  await server.close();
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  const bad = {
    'changed.gz': gzipSync(text.replace('1234', '1235')),
    'short.gz': gzipSync(text.slice(0, text.length / 2)),
    'cut.gz': readFileSync(file).subarray(0, 300),
    'other.gz': gzipSync('{"hello":1}\n'),
    'plain.gz': Buffer.from('not a backup'),
  };
  for (const [name, bytes] of Object.entries(bad)) {
    const path = join(aFolder(), name);
    writeFileSync(path, bytes);
    const { code, err } = await wayside({ DATA_DIR: dataDir }, 'restore', path, '--replace', 'yes');
    expect({ name, code, lines: err.trim().split('\n').length }).toEqual({ name, code: 1, lines: 1 });
    expect(err).toContain('cannot be restored');
  }
  expect((await wayside({ DATA_DIR: dataDir }, 'restore', 'nowhere.gz')).err).toContain('cannot be restored');
  const again = await aServer({ config: { dataDir }, seed: 3 });
  expect((await again.services.storage.libraries.list())[0]?.sequence).toBe(1);
});

test('mistakes in a command line are told in a line', async () => {
  const env = { DATA_DIR: aFolder() };
  expect((await wayside(env)).err).toContain('Usage');
  expect((await wayside(env, 'bakcup')).err).toContain('Usage');
  expect((await wayside(env, 'backup')).err).toContain('Say where to');
  expect((await wayside(env, 'erase', 'x')).err).toContain('not the id of a fact');
  expect((await wayside(env, 'import-stops')).err).toContain('Say which file');
  expect((await wayside(env, 'enroll', '--role', 'queen')).err).toContain('--role is one of');
});
