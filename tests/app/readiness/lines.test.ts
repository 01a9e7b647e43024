// The verdicts of Ready to leave: each line with everything that can be wrong, and what was found when it counts no more.

import { describe, expect, test } from 'vitest';
import { named } from '../../../src/app/features/readiness/line.ts';
import { lineNames, linesFor } from '../../../src/app/features/readiness/lines.ts';
import { appVerdict } from '../../../src/app/features/readiness/lines/app.ts';
import { batteryVerdict } from '../../../src/app/features/readiness/lines/battery.ts';
import { cameraVerdict } from '../../../src/app/features/readiness/lines/camera.ts';
import { cardsVerdict } from '../../../src/app/features/readiness/lines/cards.ts';
import { clockVerdict } from '../../../src/app/features/readiness/lines/clock.ts';
import { deliveryVerdict } from '../../../src/app/features/readiness/lines/delivery.ts';
import { filesVerdict } from '../../../src/app/features/readiness/lines/files.ts';
import { languagesVerdict } from '../../../src/app/features/readiness/lines/languages.ts';
import { parcelsVerdict } from '../../../src/app/features/readiness/lines/parcels.ts';
import { savingVerdict } from '../../../src/app/features/readiness/lines/saving.ts';
import { scannerVerdict } from '../../../src/app/features/readiness/lines/scanner.ts';
import { sealingVerdict } from '../../../src/app/features/readiness/lines/sealing.ts';
import { sessionFilesVerdict } from '../../../src/app/features/readiness/lines/session-files.ts';
import { sessionsVerdict } from '../../../src/app/features/readiness/lines/sessions.ts';
import { storageVerdict } from '../../../src/app/features/readiness/lines/storage.ts';
import { unsentVerdict } from '../../../src/app/features/readiness/lines/unsent.ts';
import { canary } from '../../../src/device/store/canary.ts';
import { lastReady, recordReady } from '../../../src/device/actions/ready.ts';
import { makeSealingKeyPair } from '../../../src/device/seal/key.ts';
import { devices } from '../../../src/device/store/records.ts';
import { readyLines, readyState } from '../../../src/domain/ready.ts';
import { anEnrolledStore, okOf } from '../../device/a-device.ts';
import { catalogues } from '../text/catalogues.ts';

const hour = 3_600_000;

describe('a line is green only for what was seen', () => {
  test('the app: every part opened, or those that could not be are named', () => {
    expect(appVerdict({ parts: 120, broken: [], mended: 0 })).toEqual({ state: 'good', word: 'complete', said: { count: 120 } });
    expect(appVerdict({ parts: 120, broken: [], mended: 2 })).toMatchObject({ state: 'good', word: 'mended' });
    expect(appVerdict({ parts: 120, broken: ['KioskScreen-1a2b.js'], mended: 1 })).toEqual({
      state: 'todo',
      word: 'broken',
      said: { count: 1, other: 120, names: 'KioskScreen-1a2b.js' },
    });
    for (const parts of [null, 0])
      expect(appVerdict({ parts, broken: [], mended: 0 })).toMatchObject({ state: 'todo', word: 'unsupported' });
    expect(named(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, +2');
  });

  test('files: none kept is no fault; what is missing or cannot be read any more is named', () => {
    const seen = { read: 1, missing: [], bad: [], unshown: [], opened: null };
    expect(filesVerdict({ ...seen, read: 3 })).toEqual({ state: 'good', word: 'read', said: { count: 3 } });
    expect(filesVerdict({ ...seen, read: 0 })).toEqual({ state: 'note', word: 'none' });
    expect(filesVerdict({ ...seen, missing: ['Alphabet song'] })).toMatchObject({ state: 'todo', word: 'missing', said: { count: 1 } });
    expect(filesVerdict({ ...seen, missing: ['Alphabet song'], bad: ['Moon book'], unshown: ['Moon book'] })).toMatchObject({
      word: 'bad',
      said: { names: 'Moon book' },
    });
    const opened = (ok: boolean) => filesVerdict({ ...seen, opened: { title: 'Moon book', ok } });
    expect(opened(true)).toEqual({ state: 'good', word: 'opened', said: { count: 1 } });
    expect(opened(false)).toEqual({ state: 'todo', word: 'notOpened', said: { names: 'Moon book' } });
  });

  test('files of the sessions: those nobody keeps here come first and can be kept by a tap, then those on their way', () => {
    const seen = { here: 2, missing: [], coming: [] };
    expect(sessionFilesVerdict(seen)).toEqual({ state: 'good', word: 'here', said: { count: 2 } });
    expect(sessionFilesVerdict({ ...seen, here: 0 })).toEqual({ state: 'good', word: 'none' });
    expect(sessionFilesVerdict({ ...seen, coming: ['Alphabet song'] })).toEqual({
      state: 'todo',
      word: 'coming',
      said: { names: 'Alphabet song' },
    });
    expect(sessionFilesVerdict({ ...seen, missing: [{ resource: 'R1', title: 'Moon book' }], coming: ['Alphabet song'] })).toEqual({
      state: 'todo',
      word: 'missing',
      said: { names: 'Moon book' },
      keep: ['R1'],
    });
  });

  test('sealing: no key, a swapped key and a seal that fails are three things', async () => {
    const { id, publicKey } = await makeSealingKeyPair();
    const other = await makeSealingKeyPair();
    expect(sealingVerdict({ key: { id, publicKey }, sealed: true })).toMatchObject({ state: 'good', said: { names: id.slice(0, 8) } });
    expect(sealingVerdict({ key: null, sealed: false })).toMatchObject({ state: 'todo', word: 'missing' });
    expect(sealingVerdict({ key: { id, publicKey: other.publicKey }, sealed: true })).toMatchObject({ state: 'todo', word: 'swapped' });
    expect(sealingVerdict({ key: { id, publicKey }, sealed: false })).toMatchObject({ state: 'todo', word: 'failed' });
  });

  test('the clock: off by a day either way, a little off, known from before, never compared', () => {
    const now = { measured: true, age: 0 };
    expect(clockVerdict({ ...now, offset: 24 * hour })).toEqual({ state: 'todo', word: 'slow', said: { seconds: 86_400 } });
    expect(clockVerdict({ ...now, offset: -24 * hour })).toEqual({ state: 'todo', word: 'fast', said: { seconds: 86_400 } });
    expect(clockVerdict({ ...now, offset: 90_000 })).toMatchObject({ state: 'good', word: 'right' });
    expect(clockVerdict({ offset: 500, measured: false, age: 3 * hour })).toMatchObject({ word: 'known', said: { seconds: 10_800 } });
    expect(clockVerdict({ offset: 24 * hour, measured: false, age: null })).toMatchObject({ state: 'todo', word: 'slow' });
    expect(clockVerdict({ offset: null, measured: false, age: null })).toMatchObject({ state: 'note', word: 'unknown' });
  });

  test('storage: not persistent, nearly full, and a browser that says nothing', () => {
    const free = 5_000_000_000;
    expect(storageVerdict({ persisted: true, free })).toMatchObject({ state: 'good' });
    expect(storageVerdict({ persisted: false, free })).toMatchObject({ state: 'todo', word: 'notKept' });
    expect(storageVerdict({ persisted: true, free: 50_000_000 })).toMatchObject({ state: 'todo', word: 'full' });
    expect(storageVerdict({ persisted: null, free: null })).toMatchObject({ state: 'note' });
  });

  test('saving: refused by its code, and too slow', () => {
    expect(savingVerdict(null, 20)).toMatchObject({ state: 'good' });
    expect(savingVerdict('storage-full', 20)).toMatchObject({ state: 'todo', word: 'refused', said: { names: 'storage-full' } });
    expect(savingVerdict(null, 9_000)).toMatchObject({ state: 'todo', word: 'slow' });
  });

  test('delivery and what is unsent: old, never, still filling, revoked; waiting, needing attention, carried', () => {
    const fine = { age: hour, filling: false, revoked: false };
    expect(deliveryVerdict(fine)).toMatchObject({ state: 'good', word: 'fresh' });
    expect(deliveryVerdict({ ...fine, age: 30 * hour })).toMatchObject({ state: 'todo', word: 'old' });
    expect(deliveryVerdict({ ...fine, age: null })).toMatchObject({ state: 'todo', word: 'never' });
    expect(deliveryVerdict({ ...fine, filling: true })).toMatchObject({ state: 'todo', word: 'filling' });
    expect(deliveryVerdict({ ...fine, revoked: true })).toMatchObject({ state: 'todo', word: 'revoked' });
    const none = { waiting: 0, attention: 0, carrying: 0 };
    expect(unsentVerdict(none)).toMatchObject({ state: 'good' });
    for (const word of ['waiting', 'attention', 'carrying'] as const) expect(unsentVerdict({ ...none, [word]: 2 })).toMatchObject({ word });
  });

  test('sessions: a site that is not here is named by its session; nothing planned is no fault', () => {
    const sessions = [{ title: 'Storytime', site: 'S1', conflicts: false }];
    expect(sessionsVerdict({ sessions, sites: new Set(['S1']) })).toMatchObject({ state: 'good', said: { count: 1, other: 1 } });
    expect(sessionsVerdict({ sessions, sites: new Set() })).toMatchObject({ state: 'todo', said: { names: 'Storytime' } });
    expect(sessionsVerdict({ sessions: [], sites: new Set() })).toMatchObject({ state: 'note' });
  });

  test('sessions: what is in two places at once is told, and keeps nobody from leaving; a missing site comes first', () => {
    const sessions = [
      { title: 'Storytime', site: 'S1', conflicts: true },
      { title: 'Market', site: 'S2', conflicts: true },
      { title: 'Class visit', site: 'S1', conflicts: false },
    ];
    const said = { count: 2, names: 'Storytime, Market' };
    expect(sessionsVerdict({ sessions, sites: new Set(['S1', 'S2']) })).toEqual({ state: 'note', word: 'twice', said });
    expect(sessionsVerdict({ sessions, sites: new Set(['S1']) })).toMatchObject({ state: 'todo', word: 'siteMissing' });
  });

  test('languages, scanner, parcels, cards, camera, battery', () => {
    expect(languagesVerdict(['en-US', 'ht'], ['en-US'])).toMatchObject({ state: 'todo', said: { names: 'ht' } });
    expect(languagesVerdict(['en-US'], ['en-US'])).toMatchObject({ state: 'good' });
    expect([scannerVerdict(0), scannerVerdict(9)].map(({ state }) => state)).toEqual(['todo', 'good']);
    expect([parcelsVerdict(false), parcelsVerdict(true)].map(({ state }) => state)).toEqual(['todo', 'good']);
    expect([null, 0, 5, 80].map((left) => cardsVerdict(left).word)).toEqual(['none', 'used', 'few', 'left']);
    expect((['granted', 'prompt', 'denied', null] as const).map((one) => cameraVerdict(one).state)).toEqual([
      'good',
      'note',
      'todo',
      'note',
    ]);
    expect([null, [0.9, false], [0.2, false], [0.2, true]].map((one) => battery(one).state)).toEqual(['note', 'good', 'todo', 'note']);
  });
});

test('a kiosk is asked only for what it is used for, and nobody else for its PIN', () => {
  expect(linesFor('kiosk')).toEqual(['app', 'delivery', 'unsent', 'sealing', 'saving', 'storage', 'clock', 'languages', 'pin', 'battery']);
  for (const level of ['staff', 'coordinator'] as const) expect(linesFor(level)).toEqual(lineNames.filter((name) => name !== 'pin'));
});

function battery(seen: (number | boolean)[] | null) {
  return batteryVerdict(seen === null ? null : { level: Number(seen[0]), charging: seen[1] === true });
}

test('every line has its sentences in every language, and a name under which it is stored', () => {
  for (const text of Object.values(catalogues)) for (const name of lineNames) expect(text.readiness.lines[name].title).not.toBe('');
  expect(readyLines).toEqual(expect.arrayContaining([...lineNames]));
});

describe('what was found', () => {
  const at = '2026-11-02T13:00:00.000Z';
  const found = { at, until: '2026-11-03T05:00:00.000Z', open: ['clock'], app: 'test' };

  test('counts until the end of the library’s day, and not on a clock that has been set back', () => {
    expect(readyState(undefined, Date.parse(at))).toBe('never');
    expect(readyState({ ...found, open: [] }, Date.parse(at) + hour)).toBe('ready');
    expect(readyState(found, Date.parse(at) + hour)).toBe('not-ready');
    expect(readyState(found, Date.parse(found.until))).toBe('stale');
    expect(readyState(found, Date.parse('2024-01-01T00:00:00.000Z'))).toBe('stale');
  });

  test('is kept here and said in the device’s record; the same again within the hour is no news', async () => {
    const { store, identity } = await anEnrolledStore(1);
    const context = { store, saved: () => {} };
    for (const minute of ['00', '10', '50']) okOf(await recordReady(context, { ...found, at: `2026-11-02T13:${minute}:00.000Z` }));
    expect((await store.facts.toArray()).map(({ kind }) => kind)).toEqual(['device.changed']);
    okOf(await recordReady(context, { ...found, open: [] }));
    expect(await lastReady(store)).toMatchObject({ open: [] });
    const own = (await devices(store)).find(({ id }) => id === identity.device);
    expect(own?.values.ready).toMatchObject({ open: [], until: found.until });
  });

  test('the canary leaves nothing behind', async () => {
    const { store } = await anEnrolledStore(2);
    okOf(await canary(store));
    expect(await store.meta.get('canary')).toBeUndefined();
  });
});
