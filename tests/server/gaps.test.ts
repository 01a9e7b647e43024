// [I19] What devices numbered and never delivered is told, on both engines; what was erased or held aside is accounted for.

import { describe, expect, test } from 'vitest';
import { paths } from '../../src/protocol/paths.ts';
import { engines } from '../support/databases.ts';
import { aDevice, aLibrary, aServer } from '../support/server.ts';

describe.each(engines)('numbers on %s', (engine) => {
  test('one that stays away below others is missing, until it comes', async () => {
    const { gaps, tablet, desktop } = await stage();
    const { maker } = tablet;
    const [first, late, third, fourth] = [1, 2, 3, 4].map((heads) => maker.count('S1', '6-11', heads));
    if (first === undefined || late === undefined || third === undefined || fourth === undefined) throw new Error('four were made');
    await tablet.push([first]);
    expect(await gaps()).toEqual([]);
    await tablet.push([third, fourth]);
    const { device, incarnation } = tablet.identity;
    expect(await gaps()).toEqual([{ device, incarnation, missing: 1 }]);
    // Carried by another, it is here all the same.
    await desktop.push([late]);
    expect(await gaps()).toEqual([]);
  });

  test('what was erased, or is held aside, is not missing; a number given twice says nothing', async () => {
    const { gaps, tablet, desktop } = await stage();
    const { maker } = tablet;
    const taken = maker.signUp('S1', 'card');
    const strange = maker.make('attendance.counted', 'S1', { band: '6-11', heads: 1, way: 'tap' }, { kind: 'no.such-kind' });
    await tablet.push([taken, strange, maker.count('S1', '6-11', 1)]);
    await desktop.browser.post(paths.erase, { signUps: [taken.fact.id] });
    expect(await gaps()).toEqual([]);
    maker.count('S1', '6-11', 1);
    const last = maker.count('S1', '6-11', 1);
    await tablet.push([last]);
    expect(await gaps()).toMatchObject([{ missing: 1 }]);
    await tablet.push([maker.make('attendance.counted', 'S1', { band: '6-11', heads: 1, way: 'tap' }, { number: last.fact.number })]);
    expect(await gaps()).toEqual([]);
  });

  test('[S34] a correction of somebody who was erased meanwhile is kept nowhere, and not missing', async () => {
    const { gaps, tablet, desktop } = await stage();
    const { maker } = tablet;
    const taken = maker.signUp('S1', 'card');
    await tablet.push([taken]);
    await desktop.browser.post(paths.erase, { signUps: [taken.fact.id] });
    const late = maker.make('sign-up.corrected', 'S1', {
      target: taken.fact.id,
      sealed: { key: 'KEY000000001', enc: 'ZW5j', box: 'Ym94' },
    });
    const next = maker.count('S1', '6-11', 1);
    await tablet.push([late, next]);
    await tablet.push([late]);
    expect(await gaps()).toEqual([]);
  });

  async function stage() {
    const server = await aServer({ engine });
    const desktop = await aLibrary(server);
    const tablet = await aDevice(server, desktop);
    const { library } = desktop.identity;
    return { desktop, tablet, gaps: async () => (await server.services.storage.devices.gaps(library)).gaps };
  }
});
