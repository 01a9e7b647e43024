// How the devices' lines to the server stand, and when: they come and go, get slow, end in a captive portal; everybody comes back at once.
// What each line does to a request is drawn in network.ts.

import type { Step } from '../acts.ts';
import type { Chance } from '../chance.ts';
import type { Line } from '../network.ts';
import { saveKey } from '../template.ts';
import type { Tablet } from '../tablet.ts';
import { act, aPage, type World } from '../world.ts';
import { selfOn } from '../invariants/on-commit.ts';

const lines: readonly Line[] = ['good', 'good', 'bad', 'bad', 'slow', 'off', 'captive', 'one-way', 'proxy'];

export const lineTroubles: readonly (readonly [code: string, step: Step])[] = [
  ['line', line],
  ['N9', flapping],
  ['L1', everybodyBack],
  ['A7', keyChanged],
  ['A8', wrongKey],
  ['A9', staffRemoved],
];

function anyTablet(world: World, chance: Chance): Tablet {
  return chance.one([world.desktop, ...world.tablets]);
}

function line(world: World, chance: Chance): undefined {
  anyTablet(world, chance).line = chance.one(lines);
}

function flapping(world: World, chance: Chance): undefined {
  const tablet = anyTablet(world, chance);
  world.counts.hit('N9');
  for (let times = chance.number(2, 6); times > 0; times--) {
    world.loop.after(world.network.source, chance.number(10, 5_000), () => {
      tablet.line = tablet.line === 'off' ? 'good' : 'off';
      for (const page of tablet.pages) page.signal(chance.one(['online', 'offline', 'hidden', 'visible']));
    });
  }
}

function everybodyBack(world: World, chance: Chance): undefined {
  world.counts.hit('L1');
  for (const tablet of [world.desktop, ...world.tablets]) {
    tablet.line = chance.one(['good', 'good', 'bad']);
    for (const page of tablet.pages) page.signal('online');
  }
}

/** While facts sealed to the old key wait. */
function keyChanged(world: World, chance: Chance): undefined {
  const [first, second] = world.template.keys;
  if (first === undefined || second === undefined) return;
  world.counts.hit('A7');
  const [next, old] = chance.is(0.5) ? [first, second] : [second, first];
  const page = aPage(world.desktop);
  act(world, page, ({ device }) => saveKey(device, next, false));
  act(world, page, ({ device }) => saveKey(device, old, true));
}

/** A key under another's name must seal nothing; and a library may have no key in use at all. */
function wrongKey(world: World, chance: Chance): undefined {
  const [first, second, third] = world.template.keys;
  if (first === undefined || second === undefined || third === undefined) return;
  const page = aPage(world.desktop);
  const mend = () => {
    if (page.source.dead) return;
    act(world, page, ({ device }) => saveKey(device, first, false));
  };
  if (chance.is(0.5)) act(world, page, ({ device }) => saveKey(device, { id: first.id, publicKey: third.publicKey }, false));
  else for (const key of [first, second]) act(world, page, ({ device }) => saveKey(device, key, true));
  world.loop.after(world.network.source, chance.number(60_000, 1_200_000), mend);
  act(world, page, ({ device }) => device.sync.deliverNow());
}

function staffRemoved(world: World, chance: Chance): undefined {
  const tablet = anyTablet(world, chance);
  act(world, aPage(tablet), ({ device }) => device.act.chooseStaff('STAFF0000001'));
  if ((selfOn(tablet.disk)?.waiting ?? 0) > 0) world.counts.hit('A9');
  act(world, aPage(world.desktop), ({ device }) => device.act.changeStaff('STAFF0000001', { active: false }));
}
