// Finding the library's time zone as people look for it.
import { expect, test } from 'vitest';
import { findZones, timeZoneChoices, zoneChoice } from '../../../src/app/records/time-zones.ts';

const choices = ['America/New_York', 'America/Chicago', 'America/Indiana/Knox', 'America/Port-au-Prince', 'Asia/Chita', 'UTC'].map(
  zoneChoice,
);
const found = (typed: string) => findZones(choices, typed).map((choice) => choice.zone);

test('a zone is shown by its city and region', () => {
  expect(zoneChoice('America/Indiana/Knox')).toEqual({ zone: 'America/Indiana/Knox', city: 'Knox', region: 'America, Indiana' });
  expect(zoneChoice('America/New_York')).toEqual({ zone: 'America/New_York', city: 'New York', region: 'America' });
  expect(zoneChoice('UTC')).toEqual({ zone: 'UTC', city: 'UTC', region: '' });
});

test('a city is found by the beginning of any of its words, whatever the case, blanks and accents', () => {
  expect(found('york')).toEqual(['America/New_York']);
  expect(found('NEW  Yórk')).toEqual(['America/New_York']);
  expect(found('port au')).toEqual(['America/Port-au-Prince']);
  expect(found('cago')).toEqual([]);
});

test('cities come before regions, and nothing typed finds nothing', () => {
  expect(found('chi')).toEqual(['America/Chicago', 'Asia/Chita']);
  expect(found('ind')).toEqual(['America/Indiana/Knox']);
  expect(found(' ')).toEqual([]);
});

test('the zone of the browser is among the choices, once', () => {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(timeZoneChoices().filter((choice) => choice.zone === own)).toHaveLength(1);
});
