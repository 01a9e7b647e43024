// A new session begins as the last one at that site was.

import { expect, test } from 'vitest';
import { habitsBySite, usualFor } from '../../../src/app/features/sessions/habits.ts';
import type { OutletFields, SiteFields } from '../../../src/domain/places.ts';
import { okOf } from '../../device/a-device.ts';
import { aSessionHere } from '../a-session-here.ts';

const aSite = (type: SiteFields['type']): SiteFields => ({
  name: 'A site',
  type,
  address: '',
  notes: '',
  latitude: null,
  longitude: null,
  source: null,
  archived: false,
});

test('sites come by how lately one was there, each with what was done there last', async () => {
  const { device } = await aSessionHere(30, { site: 'MAPLE0000001', openedAt: '2026-11-01T15:00:00.000Z', date: '2026-11-01' });
  const start = async (site: string, day: string, parts = {}) =>
    okOf(await device.act.startNewSession({ site, date: day, openedAt: `${day}T15:00:00.000Z`, ...parts }));
  await start('SCHOOL000001', '2026-10-20', { activityType: 'program_session', targetAge: '0-5' });
  await start('SCHOOL000001', '2026-10-27', { activityType: 'one_on_one', targetAge: '12-18' });
  await start('LONGAGO00001', '2026-06-01');
  okOf(await device.act.planSession({ site: 'PLANNED00001', date: '2026-11-02' }));
  const habits = await habitsBySite(device.store, '2026-11-02');
  expect([...habits.keys()]).toEqual(['MAPLE0000001', 'SCHOOL000001']);
  expect(habits.get('SCHOOL000001')).toMatchObject({ activityType: 'one_on_one', targetAge: '12-18' });
});

test('where nothing was held yet, the kind of site suggests what it will be', () => {
  const siteById = new Map([
    ['S', aSite('school')],
    ['B', aSite('bookmobile_stop')],
    ['P', aSite('park')],
  ]);
  const places = { siteById, outletById: new Map() };
  expect(usualFor('S', new Map(), places)).toMatchObject({ activityType: 'program_session', targetAge: '6-11' });
  expect(usualFor('B', new Map(), places)).toMatchObject({ activityType: 'bookmobile_stop', targetAge: 'general' });
  const elsewhere = { activityType: 'one_on_one', topic: 'other', targetAge: '19+', format: 'virtual_live', outlet: 'BUS' } as const;
  expect(usualFor('P', new Map([['X', elsewhere]]), places)).toMatchObject({
    activityType: 'one_on_one',
    targetAge: '19+',
    outlet: 'BUS',
    topic: 'other',
  });
});

test('the outlet is the one the device came with last, or the only one; among several nobody is guessed', () => {
  const outlet = (name: string): OutletFields => ({ name, kind: 'bookmobile' });
  const outlets = (...ids: readonly string[]) => ({ siteById: new Map(), outletById: new Map(ids.map((id) => [id, outlet(id)])) });
  expect(usualFor(null, new Map(), outlets()).outlet).toBeNull();
  expect(usualFor(null, new Map(), outlets('BUS')).outlet).toBe('BUS');
  expect(usualFor(null, new Map(), outlets('BUS', 'VAN')).outlet).toBeNull();
});
