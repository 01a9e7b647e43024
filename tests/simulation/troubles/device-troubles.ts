// What happens to devices: killed pages, dead batteries, full and lost disks, copies and old images, clocks that lie, frozen pages.

import { saveOurs } from '../../../src/device/store/save-ours.ts';
import { bands } from '../../../src/domain/attendance.ts';
import { ok } from '../../../src/domain/problem.ts';
import { paths } from '../../../src/protocol/paths.ts';
import type { Chance } from '../chance.ts';
import type { Step } from '../acts.ts';
import { contentOf, differentTable } from '../invariants/newer-store.ts';
import { selfOn } from '../invariants/on-commit.ts';
import type { Page, Tablet } from '../tablet.ts';
import { act, addTablet, aPage, checkAfterCrash, comesBackAfter, countWhen, lookAgain, settleLosses, type World } from '../world.ts';
import { comeBack, enroll } from './enrolling.ts';

export const deviceTroubles: readonly (readonly [code: string, step: Step])[] = [
  ['D1', killTab],
  ['D2', batteryDies],
  ['D3', batteryDiesUnheard],
  ['D4', diskFull],
  ['D5', evicted],
  ['D6', connectionLost],
  ['D7', openBlocked],
  ['D8', storeCorrupt],
  ['D9', oldImage],
  ['D10', clone],
  ['D11', clockLies],
  ['D12', morePages],
  ['D13', freeze],
  ['D14', anotherVersion],
  ['D16', privateWindow],
  ['D17', siteDataCleared],
  ['D18', idle],
  ['D19', largeOutbox],
];

function own(world: World, chance: Chance): Tablet {
  return chance.one(world.tablets.filter((tablet) => !tablet.foreign));
}

function anyOf(world: World, chance: Chance): Tablet {
  return chance.is(0.15) ? world.desktop : own(world, chance);
}

/** In the middle of whatever it does by then. */
function killTab(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  const page = chance.one([...tablet.pages, aPage(tablet)]);
  const left = { events: chance.number(1, 80) };
  page.source.before = () => {
    left.events -= 1;
    if (left.events > 0 || tablet.disk.isOpening(page.connections)) return;
    world.counts.hit('D1');
    tablet.killPage(page);
    checkAfterCrash(world, tablet);
    later(world, tablet, chance);
  };
}

function batteryDies(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  const page = aPage(tablet);
  const left = { events: chance.number(1, 80) };
  page.source.before = () => {
    left.events -= 1;
    if (left.events > 0) return;
    world.counts.hit('D2');
    powerGone(world, tablet, chance);
  };
}

function batteryDiesUnheard(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  aPage(tablet);
  tablet.disk.faults.diesAfterCommit = () => {
    world.counts.hit('D3');
    powerGone(world, tablet, chance);
  };
}

function powerGone(world: World, tablet: Tablet, chance: Chance): undefined {
  tablet.losePower();
  checkAfterCrash(world, tablet);
  later(world, tablet, chance);
}

/** Somebody opens the app again. */
function later(world: World, tablet: Tablet, chance: Chance): undefined {
  comesBackAfter(world, chance.number(500, 30_000), () => {
    if (tablet.pages.length === 0) aPage(tablet);
  });
}

function diskFull(world: World, chance: Chance): undefined {
  const { faults } = anyOf(world, chance).disk;
  faults.filled = () => world.counts.hit('D4');
  if (chance.is(0.5)) faults.fullAtWrite = chance.number(0, 12);
  else faults.fullAtCommit = chance.number(0, 3);
}

function allPagesClosed(world: World, tablet: Tablet): undefined {
  for (const page of [...tablet.pages]) tablet.killPage(page);
  tablet.losePower();
  checkAfterCrash(world, tablet);
}

function wiped(world: World, tablet: Tablet): undefined {
  tablet.losePower();
  tablet.disk.wipe();
  lookAgain(world, tablet);
  settleLosses(world);
}

function evicted(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  world.counts.hit('D5');
  wiped(world, tablet);
  const page = aPage(tablet);
  act(world, page, ({ device }) => device.access.wasEvicted());
  comeBack(world, tablet, chance);
}

function connectionLost(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  const page = aPage(tablet);
  if (chance.is(0.4)) tablet.disk.faults.openFails = chance.number(1, 4);
  if (tablet.disk.loseConnections(page.connections) > 0) world.counts.hit('D6');
}

/** A tab of an older app keeps a store of its own version open. */
function openBlocked(world: World, chance: Chance): undefined {
  const tablet = addTablet(world, { name: `b${world.tablets.length}`, seed: chance.number(1, 1e9) });
  world.tablets.push(tablet);
  const older = world.loop.source(`${tablet.name}/older`);
  const request = tablet.disk.connect(older).factory.open('wayside', 5);
  request.addEventListener('success', () => {
    if (world.kept.asleepUntil > world.loop.now()) return request.result.close();
    world.counts.hit('D7');
    const page = aPage(tablet);
    act(world, page, ({ device }) => device.act.planSession({ date: '2026-11-03' }));
    world.loop.after(older, chance.number(1_000, 30_000), () => {
      request.result.close();
      enroll(world, page, chance);
    });
  });
}

function storeCorrupt(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  world.counts.hit('D8');
  tablet.losePower();
  checkAfterCrash(world, tablet);
  tablet.disk.faults.openFails = 1_000_000;
  const page = aPage(tablet);
  act(world, page, ({ device }) => device.act.planSession({ date: '2026-11-03' }));
  comesBackAfter(world, 60_000, () => {
    tablet.disk.faults.openFails = 0;
    wiped(world, tablet);
    comeBack(world, tablet, chance);
  });
}

function oldImage(world: World, chance: Chance): undefined {
  const { images } = world.kept;
  const ready = images.filter((one) => world.tablets.includes(one.tablet));
  if (ready.length === 0 || chance.is(0.4)) {
    const tablet = own(world, chance);
    if (isNewer(tablet)) return;
    allPagesClosed(world, tablet); // a copy is of what is on the disk, not of what is just being written
    images.push({ tablet, image: tablet.disk.image(), cookies: new Map(tablet.cookies) });
    return void aPage(tablet);
  }
  const { tablet, image, cookies } = chance.one(ready);
  world.counts.hit('D9');
  allPagesClosed(world, tablet);
  tablet.forked = true;
  tablet.disk.put(image);
  if (chance.is(0.5)) for (const [name, value] of cookies) tablet.cookies.set(name, value);
  lookAgain(world, tablet);
  settleLosses(world);
  aPage(tablet);
}

/** Written by a newer app, for the moment (D14): only this tablet is brought back from that. */
function isNewer(tablet: Tablet): boolean {
  return selfOn(tablet.disk)?.minWriterVersion === 99;
}

function clone(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  if (world.tablets.length > 5 || isNewer(tablet)) return;
  world.counts.hit('D10');
  allPagesClosed(world, tablet);
  tablet.forked = true;
  const copy = addTablet(world, {
    name: `c${world.tablets.length}`,
    seed: chance.number(1, 1e9),
    from: { image: tablet.disk.image(), cookies: tablet.cookies },
  });
  copy.forked = true;
  world.tablets.push(copy);
  for (const one of [tablet, copy]) aPage(one);
}

function clockLies(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  const before = tablet.clockError;
  const years = 365 * 86_400_000;
  const to1970 = Date.UTC(1970, 0, 1) - world.loop.now();
  tablet.clockError = chance.one([
    0,
    3_600_000,
    -3_600_000,
    2 * years,
    -10 * years,
    to1970,
    Date.UTC(2099, 0, 1) - world.loop.now(),
    -45_000,
  ]);
  tablet.lies = tablet.clockError !== 0 && tablet.clockError !== before;
}

function morePages(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  if (tablet.pages.length >= 3) return;
  aPage(tablet);
  const page = tablet.openPage();
  page.device.sync.start();
  world.counts.hit('D12');
  for (const one of tablet.pages) if (!one.source.frozen) act(world, one, ({ device }) => device.sync.deliverNow());
}

/** Beyond the end of the story. */
const neverThaws = 9e14;

function freeze(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  const page = aPage(tablet);
  const left = { events: chance.number(1, 60) };
  page.source.before = () => {
    left.events -= 1;
    if (left.events > 0 || tablet.disk.isOpening(page.connections)) return;
    page.source.before = null;
    page.source.frozen = true;
    world.counts.hit('D13');
    tablet.disk.froze();
    world.loop.after(world.network.source, chance.one([5_000, 60_000, 3_600_000, neverThaws]), () => {
      page.source.frozen = false;
    });
  };
}

/** The app is updated with facts still waiting; or a stale shell of an older version meets a newer store, and must not write into it. */
function anotherVersion(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  if (chance.is(0.6)) {
    allPagesClosed(world, tablet);
    if ((selfOn(tablet.disk)?.waiting ?? 0) > 0) world.counts.hit('D14');
    tablet.appVersion = `sim-${chance.number(2, 9)}`;
    aPage(tablet);
    return;
  }
  if (tablet.pages.some((page) => page.source.frozen) || isNewer(tablet)) return;
  allPagesClosed(world, tablet);
  const self = selfOn(tablet.disk); // not before: what a page was writing is undone as it closes
  if (self === undefined) return void aPage(tablet);
  tablet.disk.putRow('self', 'self', { ...self, minWriterVersion: 99 });
  const before = contentOf(tablet.disk);
  const page: Page = aPage(tablet);
  act(
    world,
    page,
    ({ device }) => device.act.planSession({ date: '2026-11-03' }),
    (result) => {
      if (!result.ok && result.problem.code === 'storage-newer') world.counts.hit('D14');
      if (result.ok && selfOn(tablet.disk)?.minWriterVersion === 99) world.ghost.violate('I20', `${page.name} wrote into a newer store`);
    },
  );
  comesBackAfter(world, 20_000, () => {
    const now = selfOn(tablet.disk);
    if (now?.minWriterVersion !== 99) return;
    const written = differentTable(before, contentOf(tablet.disk));
    if (written !== undefined) world.ghost.violate('I20', `${tablet.name}: an older app wrote into ${written} of a newer store`);
    allPagesClosed(world, tablet);
    tablet.disk.putRow('self', 'self', { ...now, minWriterVersion: self.minWriterVersion });
    aPage(tablet);
  });
}

/** Storage that is not persistent and refuses to say so is drawn for each tablet; here one such tablet is used on purpose. */
function privateWindow(world: World, chance: Chance): undefined {
  const tablet = anyOf(world, chance);
  const page = aPage(tablet);
  act(
    world,
    page,
    ({ device }) => device.act.askToPersist(),
    (result) => {
      if (
        result.ok &&
        typeof result.value === 'object' &&
        result.value !== null &&
        'persisted' in result.value &&
        result.value.persisted === null
      )
        world.counts.hit('D16');
    },
  );
}

function siteDataCleared(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  world.counts.hit('D17');
  tablet.cookies.clear();
  if (chance.is(0.4)) wiped(world, tablet);
  comesBackAfter(world, chance.number(5_000, 120_000), () => comeBack(world, tablet, chance));
}

/** Days to more than a year in a drawer. It is counted when somebody is heard who was more than a year in it. */
function idle(world: World, chance: Chance): undefined {
  const { loop, kept } = world;
  intoTheDrawer(world);
  const days = chance.one([1, 20, 31, 90, 400]);
  loop.note(`idle ${days};`);
  kept.asleepUntil = loop.now() + days * 86_400_000;
  if (days < 400) return;
  const { asleepUntil } = kept;
  const sleepers = [world.desktop, ...world.tablets].flatMap(({ disk }) => selfOn(disk)?.identity?.incarnation ?? []);
  countWhen(
    world,
    'D18',
    ({ path, body = '' }, answer) =>
      loop.now() >= asleepUntil &&
      (path === paths.push || path === paths.pull) &&
      answer?.status === 200 &&
      sleepers.some((incarnation) => body.includes(`"incarnation":"${incarnation}"`)),
  );
}

function intoTheDrawer(world: World): undefined {
  const everybody = [world.desktop, ...world.tablets];
  for (const tablet of everybody)
    for (const page of [...tablet.pages]) {
      if (!tablet.disk.isOpening(page.connections)) tablet.killPage(page);
    }
  for (const tablet of everybody) if (tablet.pages.length > 0) tablet.losePower();
  for (const tablet of everybody) checkAfterCrash(world, tablet);
}

function largeOutbox(world: World, chance: Chance): undefined {
  if (!chance.is(0.15)) return;
  const tablet = own(world, chance);
  const page = aPage(tablet);
  const subject = { type: 'session', id: chance.one(world.sessions) } as const;
  const left = { parts: 3 };
  for (let part = 0; part < 3; part++) {
    const drafts = Array.from({ length: 400 }, (_, at) => ({
      kind: 'attendance.counted' as const,
      subject,
      body: { band: chance.one(bands), heads: (at % 3) + 1, way: 'tap' },
    }));
    act(
      world,
      page,
      ({ device }) => saveOurs(device.store, { subjects: [subject], plan: () => ok(drafts) }),
      (result) => {
        if (result.ok && --left.parts === 0) world.counts.hit('D19');
      },
    );
  }
}
