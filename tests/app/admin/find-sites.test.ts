// Finding sites as people type.
import { expect, test } from 'vitest';
import { findSites } from '../../../src/app/features/admin/sites/find-sites.ts';
import type { SiteFields } from '../../../src/domain/places.ts';

const aSite = (values: Partial<SiteFields>) => ({
  id: values.name ?? '',
  values: {
    name: 'A site',
    type: 'park',
    address: '',
    notes: '',
    latitude: null,
    longitude: null,
    source: null,
    archived: false,
    ...values,
  } satisfies SiteFields,
});
const sites = [
  aSite({ name: 'École Toussaint', address: '12220 NW 13th Ave' }),
  aSite({ name: 'Maple Court', address: '1 Main Street' }),
  aSite({ name: 'Old Maple Hall', archived: true }),
];
const found = (typed: string, withArchived = false) => findSites(sites, typed, withArchived).map((site) => site.values.name);

test('case and accents do not matter, and every word may be in name or address', () => {
  expect(found('ecole')).toEqual(['École Toussaint']);
  expect(found('13TH toussaint')).toEqual(['École Toussaint']);
  expect(found('maple main')).toEqual(['Maple Court']);
  expect(found('maple river')).toEqual([]);
});

test('nothing typed finds all that are in use; those not used any more only when asked for', () => {
  expect(found('')).toEqual(['École Toussaint', 'Maple Court']);
  expect(found(' ')).toEqual(['École Toussaint', 'Maple Court']);
  expect(found('maple', true)).toEqual(['Maple Court', 'Old Maple Hall']);
});
