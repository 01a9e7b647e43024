// Kits as a library writes its report: prepared, picked up, aboard, by outlet where somebody counted there.

import { expect, test } from 'vitest';
import { kitsCsv } from '../../../src/domain/export/kits-csv.ts';
import { countChange } from '../../../src/domain/stock.ts';
import { aSession } from '../../support/facts.ts';

test('kits are one row for each outlet that counts them, over all its counts, however old they are', () => {
  const held = (id: string, outlet: string | null, date: string, moved: Readonly<Record<string, number>>) => {
    const session = aSession({ date, outlet });
    return { ...session, id, totals: { ...session.totals, moved } };
  };
  const day = '2026-01-10';
  const csv = kitsCsv({
    kits: [
      {
        id: 'SLIME',
        title: 'Slime kit',
        values: { stock: { copies: 60, day, kits: { prepared: 90, pickedUp: 15, since: '2025-09-01' } } },
      },
      {
        id: 'SEED',
        title: 'Seed kit, "small"',
        values: { ...countChange('BUS', { copies: 40, day }), ...countChange('GONE', { copies: 5, day: '2026-10-30' }) },
      },
      { id: 'NOBODY', title: 'Kit nobody counts', values: { stock: null } },
    ],
    outletNames: new Map([['BUS', 'Bookmobile 1']]),
    movements: {
      sessions: [
        held('S0', 'BUS', '2026-01-09', { SEED: -30 }),
        held('S1', 'BUS', '2026-01-11', { SEED: -12, SLIME: -4 }),
        held('S2', null, '2026-11-01', { SEED: -2, SLIME: -6 }),
      ],
      loans: [],
    },
    today: '2026-11-02',
  });
  expect(csv.replace(/^\ufeff/, '').split('\r\n')).toEqual([
    'kit_id,title,outlet,counted_on,prepared,picked_up,aboard,prepared_since',
    'SEED,"Seed kit, ""small""",Bookmobile 1,2026-01-10,40,12,,2026-01-10',
    'SEED,"Seed kit, ""small""",GONE,2026-10-30,5,0,5,2026-10-30',
    'SLIME,Slime kit,,2026-01-10,90,25,50,2025-09-01',
    '',
  ]);
});
