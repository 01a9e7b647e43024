// [S15] Devices of other levels than staff's, and devices that ask for more than is theirs: kiosks are sent nothing about persons, a partner's
// browser is sent nothing at all, and no cursor widens what anybody is sent.

import { bands } from '../../src/domain/attendance.ts';
import type { Level } from '../../src/domain/may.ts';
import { longId } from '../../src/protocol/ids.ts';
import { paths } from '../../src/protocol/paths.ts';
import { makeCode } from '../../src/server/routes/enroll.ts';
import { contactWith, newCanary, type Step } from './acts.ts';
import type { Chance } from './chance.ts';
import { selfOn } from './invariants/on-commit.ts';
import type { Line } from './network.ts';
import type { Page, Tablet } from './tablet.ts';
import { withServer } from './troubles/server-troubles.ts';
import { survey } from './visitors.ts';
import { act, addTablet, aPage, checkAfterCrash, everybodyIn, type World } from './world.ts';

export const levelTroubles: readonly (readonly [code: string, step: Step])[] = [
  ['kiosk', kiosk],
  ['partner', partner],
  ['reach', reachFurther],
];

const mostKiosks = 2;
/** Milliseconds after which somebody puts a device away: nothing else ends its pages. */
const longestUse = 600_000;
const lines: readonly Line[] = ['good', 'good', 'bad', 'slow', 'off'];

function kiosk(world: World, chance: Chance): undefined {
  const { guests } = world.kept;
  if (guests.length > 0 && (guests.length >= mostKiosks || chance.is(0.6))) return useKiosk(world, chance, chance.one(guests));
  withServer(world, async () => {
    const { services } = world.host.server();
    const { code } = await makeCode(services, world.template.library, 'kiosk');
    const tablet = addTablet(world, { name: `k${guests.length}`, seed: chance.number(1, 1e9) });
    guests.push(tablet);
    world.loop.post(world.network.source, () => {
      comeIn(world, chance, aPage(tablet), { code, level: 'kiosk' });
      putAway(world, tablet);
    });
  });
}

/** A visitor signs up and says how it was; what is staff's to do is refused. */
function useKiosk(world: World, chance: Chance, tablet: Tablet): undefined {
  const page = aPage(tablet);
  const session = chance.one(world.sessions);
  tablet.line = chance.one(lines);
  const signUp = {
    for: 'newsletter',
    program: null,
    language: 'es-US',
    ageBand: null,
    consent: { given: true, wording: 'es-US/1', by: 'person' },
    contact: contactWith(newCanary(world, chance)),
    token: longId(chance.bytes),
  } as const;
  act(world, page, ({ device }) => device.act.takeSignUp(session, signUp));
  survey(world, chance, page, session);
  act(world, page, ({ device }) => device.act.count(session, chance.one(bands), 1, 'tap'));
  act(world, page, ({ device }) => device.sync.deliverNow());
  putAway(world, tablet);
}

/** Its browser is enrolled by a letter, and asks as every device does. */
function partner(world: World, chance: Chance): undefined {
  const name = `p${chance.number(1, 1e6)}`;
  act(
    world,
    aPage(world.desktop),
    ({ device }) => device.access.invitePartner('PARTNER00001'),
    (result) => {
      const invited = result.ok && typeof result.value === 'object' && result.value !== null && 'code' in result.value;
      if (!invited) return;
      const tablet = addTablet(world, { name, seed: chance.number(1, 1e9) });
      comeIn(world, chance, aPage(tablet), { code: String(result.value.code), level: 'partner' });
      putAway(world, tablet);
    },
  );
}

interface Invited {
  readonly code: string;
  readonly level: Level;
}

function comeIn(world: World, chance: Chance, page: Page, { code, level }: Invited): undefined {
  world.kept.codes.set(code, level);
  const attempt = (left: number): void =>
    act(
      world,
      page,
      ({ device }) => device.access.enroll(code, page.tablet.name),
      (result) => {
        if (result.ok) act(world, page, ({ device }) => device.sync.deliverNow());
        else if (left > 0) world.loop.after(page.source, chance.number(500, 5_000), () => attempt(left - 1));
      },
    );
  attempt(3);
}

function putAway(world: World, tablet: Tablet): undefined {
  world.loop.after(world.network.source, longestUse, () => {
    for (const page of [...tablet.pages]) if (!tablet.disk.isOpening(page.connections)) tablet.killPage(page);
    checkAfterCrash(world, tablet);
  });
}

/** Somebody asks with a device's cookie, and says that its days are all there are. */
function reachFurther(world: World, chance: Chance): undefined {
  const { ghost, network, template } = world;
  const tablet = chance.one(everybodyIn(world));
  const { identity } = selfOn(tablet.disk) ?? { identity: null };
  if (identity === null) return;
  withServer(world, async () => {
    const cursor = {
      server: identity.server.id,
      epoch: ghost.state.epoch,
      seq: ghost.mirror(tablet.foreign ? template.otherLibrary : template.library).highest - chance.number(0, 20),
      scope: { from: '0001-01-01', to: '9999-12-31' },
      snapshot: chance.is(0.5) ? { subject: '', seq: 0 } : null,
    };
    const health = { app: 'reach', at: '2026-11-02T14:00:00.000Z', unsent: 0, oldestUnsentAt: null, attention: 0, persisted: null };
    const asked = { protocol: 1, incarnation: longId(chance.bytes), cursor: cursor.seq < 0 ? null : cursor, health, digest: null };
    await network.serve([
      {
        path: paths.pull,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
        cookies: tablet.cookies,
      },
    ]);
  });
}
