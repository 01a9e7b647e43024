// Coming in and coming back: codes, enrollment over a bad network, revocation, another library's code.

import { paths } from '../../../src/protocol/paths.ts';
import { makeCode } from '../../../src/server/routes/enroll.ts';
import type { Step } from '../acts.ts';
import type { Chance } from '../chance.ts';
import { selfOn } from '../invariants/on-commit.ts';
import type { Page, Tablet } from '../tablet.ts';
import { act, addTablet, aPage, comesBackAfter, countWhen, type World } from '../world.ts';

export const accessTroubles: readonly (readonly [code: string, step: Step])[] = [
  ['A1', revoked],
  ['A2', expired],
  ['A3', enrolledAgain],
  ['A4', enrolledElsewhere],
  ['A5', scopeMovesBetweenPages],
  ['A6', codeMisused],
  ['L2', manyFill],
];

/** A code as the command `enroll` makes one, while the server is up. */
function code(world: World, library: string, use: (code: string) => void): undefined {
  const { host, loop } = world;
  if (!host.isUp()) return;
  void loop.blocking(
    makeCode(host.server().services, library, library === world.template.library ? 'staff' : 'coordinator').then(({ code: made }) =>
      loop.post(world.network.source, () => use(made)),
    ),
  );
}

/** A person tries a code until it works or three times. */
export function enroll(world: World, page: Page, chance: Chance, tries = 3): undefined {
  if (page.source.dead) return;
  code(world, page.tablet.foreign ? world.template.otherLibrary : world.template.library, (typed) => {
    const attempt = (left: number): void =>
      act(
        world,
        page,
        ({ device }) => device.access.enroll(typed, page.tablet.name),
        (result) => {
          if (result.ok) {
            act(world, page, ({ device }) => device.sync.deliverNow());
          } else if (left > 0) world.loop.after(page.source, chance.number(500, 5_000), () => attempt(left - 1));
        },
      );
    attempt(tries);
  });
}

/** After the store or the cookies are gone. */
export function comeBack(world: World, tablet: Tablet, chance: Chance): undefined {
  enroll(world, aPage(tablet), chance);
}

function own(world: World, chance: Chance): Tablet {
  return chance.one(world.tablets.filter((tablet) => !tablet.foreign));
}

/** Before, while or after it delivers. */
function revoked(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  const device = selfOn(tablet.disk)?.identity?.device;
  if (device === undefined || device === selfOn(world.desktop.disk)?.identity?.device) return;
  if (chance.is(0.5)) act(world, aPage(tablet), ({ device: core }) => core.sync.deliverNow());
  act(
    world,
    aPage(world.desktop),
    ({ device: core }) => core.access.revoke(device),
    (result) => {
      if (!result.ok) return;
      world.counts.hit('A1');
      for (const one of world.tablets) {
        const identity = selfOn(one.disk)?.identity;
        if (identity?.device === device) world.kept.revoked.add(identity.incarnation);
      }
    },
  );
  comesBackAfter(world, chance.number(60_000, 600_000), () => comeBack(world, tablet, chance));
}

/** It strikes when what waits is offered, and the server does not know by whom. */
function expired(world: World, chance: Chance): undefined {
  const waiting = world.tablets.filter(({ foreign, disk }) => !foreign && (selfOn(disk)?.waiting ?? 0) > 0);
  const tablet = waiting.length > 0 ? chance.one(waiting) : own(world, chance);
  const incarnation = selfOn(tablet.disk)?.identity?.incarnation;
  tablet.cookies.clear();
  countWhen(
    world,
    'A2',
    ({ path, body = '', cookies }, answer) =>
      path === paths.push &&
      answer?.status === 401 &&
      cookies.size === 0 &&
      body.includes(`"incarnation":"${incarnation}"`) &&
      !body.includes('"facts":[]'),
  );
  act(world, aPage(tablet), ({ device }) => device.sync.deliverNow());
  comesBackAfter(world, chance.number(5_000, 600_000), () => comeBack(world, tablet, chance));
}

function enrolledAgain(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  if (world.host.isUp()) world.counts.hit('A3');
  comeBack(world, tablet, chance);
}

/** [I23] A store never changes its library: refused, and what waits stays. The cookie is the other library's then, until somebody mends it. */
function enrolledElsewhere(world: World, chance: Chance): undefined {
  const tablet = own(world, chance);
  if (selfOn(tablet.disk)?.identity == null) return;
  const page = aPage(tablet);
  code(world, world.template.otherLibrary, (typed) =>
    act(
      world,
      page,
      ({ device }) => device.access.enroll(typed, tablet.name),
      (result) => {
        if (result.ok) return world.ghost.violate('I25', `${tablet.name} changed its library`);
        if (result.problem.code !== 'library-mismatch') return;
        world.counts.hit('A4');
        comesBackAfter(world, chance.number(1_000, 60_000), () => comeBack(world, tablet, chance));
      },
    ),
  );
}

/** The next time a pull has another page, a session leaves the scope, or comes into it, before that page is asked for. */
function scopeMovesBetweenPages(world: World, chance: Chance): undefined {
  const id = chance.one(world.sessions);
  const page = aPage(world.desktop);
  world.kept.scopeMoves = () => {
    world.counts.hit('A5');
    const date = new Date(world.loop.now() + chance.one([-80, 0, 200]) * 86_400_000).toISOString().slice(0, 10);
    if (page.source.dead) return;
    act(
      world,
      page,
      ({ device }) => device.act.changeSession(id, { date }),
      () => act(world, page, ({ device }) => device.sync.deliverNow()),
    );
  };
  freshTablet(world, chance);
}

function freshTablet(world: World, chance: Chance): undefined {
  if (world.tablets.length > 5) return comeBack(world, own(world, chance), chance);
  const tablet = addTablet(world, { name: `n${world.tablets.length}`, seed: chance.number(1, 1e9) });
  world.tablets.push(tablet);
  enroll(world, aPage(tablet), chance);
}

function codeMisused(world: World, chance: Chance): undefined {
  const stranger = addTablet(world, { name: `x${chance.number(1, 1e6)}`, seed: chance.number(1, 1e9) });
  const page = stranger.openPage();
  const refused = (typed: string) =>
    act(
      world,
      page,
      ({ device }) => device.access.enroll(typed, 'Stranger'),
      (result) => {
        if (result.ok) world.ghost.violate('I22', 'a code that was guessed, used or run out let a stranger in');
        else if (['code-unknown', 'code-used', 'code-expired'].includes(result.problem.code)) world.counts.hit('A6');
      },
    );
  const way = chance.one(['guessed', 'used', 'run out'] as const);
  if (way === 'guessed') return refused('AAAA AAAA AA');
  if (way === 'run out') {
    const { clock } = world.host;
    return code(world, world.template.library, (typed) => {
      const { error } = clock;
      // A server whose own clock has been put back meanwhile takes the code for a fresh one, and nobody can blame it.
      world.loop.after(page.source, 11 * 60_000, () => clock.error >= error && refused(typed));
    });
  }
  const tablet = own(world, chance);
  const other = aPage(tablet);
  code(world, world.template.library, (typed) =>
    act(
      world,
      other,
      ({ device }) => device.access.enroll(typed, tablet.name),
      (result) => {
        if (result.ok) refused(typed);
      },
    ),
  );
}

function manyFill(world: World, chance: Chance): undefined {
  if (world.tablets.length > 5) return;
  if (world.host.isUp()) world.counts.hit('L2');
  freshTablet(world, chance);
  freshTablet(world, chance);
}
