// The two ways a browser tells a zone's clock: Temporal, and the format that older browsers have. Both must say the same.

import { expect, test } from 'vitest';
import { byFormat, ownZone, wallClockIn } from '../../../src/app/zone.ts';

const zones = ['UTC', 'America/New_York', 'America/Port-au-Prince', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Australia/Lord_Howe'];

test('Temporal and the older format agree, through every change of the clocks', () => {
  expect(typeof Temporal).toBe('object'); // else this compares the format with itself
  const halfDay = 12 * 60 * 60 * 1000 + 17 * 60 * 1000;
  for (const zone of zones) {
    for (let at = Date.UTC(2025, 11, 30); at < Date.UTC(2027, 1, 1); at += halfDay) {
      expect({ zone, at, ...byFormat(zone, at) }).toEqual({ zone, at, ...wallClockIn(zone, at) });
    }
  }
});

test('a zone nobody knows is refused by both; the own zone is a known one', () => {
  expect(() => byFormat('Moon/Tranquility', 0)).toThrow(RangeError);
  expect(() => wallClockIn('Moon/Tranquility', 0)).toThrow(RangeError);
  expect(wallClockIn(ownZone(), 0).year).toBeGreaterThan(1968);
});
