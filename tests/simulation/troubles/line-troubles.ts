// How the devices' lines to the server stand, and when: they come and go, get slow, end in a captive portal; everybody comes back at once.
// What each line does to a request is drawn in network.ts.

import { signUpOn, type Step } from '../acts.ts';
import type { Chance } from '../chance.ts';
import type { Line } from '../network.ts';
import { saveKey } from '../template.ts';
import type { Tablet } from '../tablet.ts';
import { act, aPage, countWhen, type World } from '../world.ts';
import { ownFactsOn, selfOn } from '../invariants/on-commit.ts';

const lines: readonly Line[] = ['good', 'good', 'bad', 'bad', 'slow', 'off', 'captive', 'one-way', 'proxy'];

export const lineTroubles: readonly (readonly [code: string, step: Step])[] = [
  ['line', line],
  ['N9', flapping],
  ['L1', everybodyBack],
  ['L3', slowReader],
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

/** One reads slowly, and the others go on: what it gets at last is no longer all there is. */
function slowReader(world: World, chance: Chance): undefined {
  const { loop, network, kept } = world;
  const [reader, other] = chance.is(0.5) ? [world.desktop, chance.one(ownOf(world))] : [chance.one(ownOf(world)), world.desktop];
  const session = chance.one(world.sessions);
  reader.line = 'slow';
  other.line = 'good';
  act(world, aPage(reader), ({ device }) => device.sync.deliverNow());
  for (let at = 0; at < 60_000; at += 12_000)
    loop.after(network.source, at, () => {
      if (kept.asleepUntil <= loop.now()) act(world, aPage(other), ({ device }) => device.act.count(session, 'general', 1, 'tap'));
    });
}

function ownOf({ tablets }: World): readonly Tablet[] {
  return tablets.filter(({ foreign }) => !foreign);
}

/** While facts sealed to the old key wait: it strikes when one of them reaches the server after word that the key is retired. */
function keyChanged(world: World, chance: Chance): undefined {
  const [first, second] = world.template.keys;
  if (first === undefined || second === undefined) return;
  const drawn = chance.is(0.5) ? first : second;
  const other = drawn === first ? second : first;
  const [old, next] = sealedAndWaiting(world, drawn.id).length > 0 ? [drawn, other] : [other, drawn];
  if (sealedAndWaiting(world, old.id).length === 0) signUpOffline(world, chance);
  world.loop.after(world.network.source, 3_000, () => {
    if (world.kept.asleepUntil <= world.loop.now()) rotate(world, old, next);
  });
}

function signUpOffline(world: World, chance: Chance): undefined {
  const tablet = chance.one(ownOf(world));
  tablet.line = 'off';
  signUpOn(world, chance, aPage(tablet), chance.one(world.sessions));
  world.loop.after(world.network.source, chance.number(10_000, 120_000), () => {
    if (tablet.line !== 'off') return;
    tablet.line = 'good';
    for (const page of tablet.pages) page.signal('online');
  });
}

type Key = World['template']['keys'][number];

function rotate(world: World, old: Key, next: Key): undefined {
  const page = aPage(world.desktop);
  act(world, page, ({ device }) => saveKey(device, next, false));
  act(
    world,
    page,
    ({ device }) => saveKey(device, old, true),
    (result) => {
      const [retired] = result.ok && Array.isArray(result.value) ? result.value : [];
      if (retired === undefined) return;
      const queued = sealedAndWaiting(world, old.id);
      const { facts } = world.ghost.mirror(world.template.library);
      const placeOf = (id: string) => facts.get(id)?.seq;
      countWhen(world, 'A7', () => {
        const place = placeOf(retired.id);
        return place !== undefined && queued.some((id) => (placeOf(id) ?? 0) > place);
      });
    },
  );
}

function sealedAndWaiting({ tablets, desktop }: World, key: string): readonly string[] {
  return [desktop, ...tablets].flatMap(({ disk, foreign }) => {
    const delivered = selfOn(disk)?.delivered ?? 0;
    return ownFactsOn(disk).flatMap(({ id, order, text }) =>
      !foreign && order > delivered && text.includes(`"sealed":{"key":"${key}"`) ? [id] : [],
    );
  });
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
