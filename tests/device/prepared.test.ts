// A class from a school's list to the library's roster: sealed in the partner's browser, kept nowhere there, opened and marked by staff. [S57]

import { expect, test } from 'vitest';
import { mayHaveArrived, sealClass, sendClass } from '../../src/device/actions/prepared.ts';
import { askShared, lastShared } from '../../src/device/actions/shared.ts';
import type { NewSignUp } from '../../src/device/actions/sign-ups.ts';
import { roster } from '../../src/device/store/sign-ups.ts';
import { self } from '../../src/device/store/self.ts';
import { consentInWriting } from '../../src/domain/sign-up-rules.ts';
import { paths } from '../../src/protocol/paths.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { okOf, problemOf } from './a-device.ts';
import { aDesktop, anEnrolledTablet, aTablet, captivePortal, lostAnswer, lostRequest, type Tablet } from './a-tablet.ts';

const passphrase = 'seven lanterns over the quiet harbor';

async function aKey({ device }: Tablet): Promise<void> {
  const key = okOf(await device.act.makeSealingKey(passphrase, 'Alice'));
  okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
  okOf(await key.confirm());
}

/** A class visit in a week at Lincoln School, whose media specialist has the page open. */
async function aVisit(seed: number) {
  const server = await aServer();
  const desktop = await aDesktop(server);
  const { act, sync, access } = desktop.device;
  await aKey(desktop);
  const { id: lincoln } = okOf(await act.changePartner(null, { name: 'Lincoln School' }));
  const { id } = okOf(await act.planSession({ date: '2026-11-09', topic: 'class_visit', place: 'Library room', partners: [lincoln] }));
  okOf(await sync.deliverNow());
  const school = aTablet(server, seed);
  okOf(await school.device.access.enroll(okOf(await access.invitePartner(lincoln)).code, 'Dana Reader'));
  okOf(await askShared(school.device.store));
  return { server, desktop, school, id, lincoln };
}

function child({ device }: Tablet, name: string): NewSignUp {
  return {
    for: 'card',
    program: null,
    prepared: true,
    language: 'ht',
    ageBand: null,
    consent: { given: true, wording: consentInWriting, by: 'caregiver' },
    contact: {
      name,
      phone: '',
      email: '',
      address: '',
      birthDate: null,
      guardian: { name: 'Marie Canary', relation: '' },
      cardNumber: '',
      note: '',
      school: 'Lincoln School',
    },
    token: device.act.newToken(),
  };
}

async function signUpsStored({ engine }: TestServer): Promise<number> {
  return (await engine.db.selectFrom('fact').select('id').where('kind', '=', 'sign-up.taken').execute()).length;
}

test('[S57] a partner prepares three children; staff pull them, see who they are, mark who is here and give a card', async () => {
  const { server, desktop, school, id, lincoln } = await aVisit(501);
  const { store } = school.device;
  const names = ['Ana Núñez', 'Ben', '李 小龙'];
  const facts = okOf(
    await sealClass(
      store,
      id,
      names.map((name) => child(school, name)),
    ),
  );
  // The network fails in each way it can; the same bytes are sent until an answer comes.
  school.network.break(paths.prepared, lostRequest, lostAnswer, captivePortal);
  for (const code of ['server-unreachable', 'server-unreachable', 'server-answer-unreadable']) {
    const problem = problemOf(await sendClass(store, id, facts));
    expect([problem.code, mayHaveArrived(problem)]).toEqual([code, true]);
  }
  expect(okOf(await sendClass(store, id, facts))).toEqual({ prepared: 3 });
  expect(await signUpsStored(server)).toBe(3);

  // Nothing of it is on the school's computer, and nothing readable went over the network.
  okOf(await askShared(store));
  okOf(await school.device.sync.deliverNow());
  expect((await lastShared(store))?.sessions.map(({ prepared }) => prepared)).toEqual([3]);
  const everything = JSON.stringify(await Promise.all(store.dexie.tables.map((table) => table.toArray())));
  const asked = JSON.stringify(school.network.asked);
  for (const name of [...names, 'Canary']) expect([everything.includes(name), asked.includes(name)]).toEqual([false, false]);
  for (const { hash } of facts) expect(everything).not.toContain(hash);
  expect(await store.facts.count()).toBe(0);
  expect((await self(store)).number).toBe(0);

  const { device } = await anEnrolledTablet(server, desktop, 502);
  const expected = await roster(device.store, id);
  expect(expected.map(({ signUp }) => signUp.body.preparedBy)).toEqual([lincoln, lincoln, lincoln]);
  okOf(await device.seal.unlock({ passphrase }));
  const opened = await Promise.all(
    expected.map(async ({ signUp }) => ({
      fact: signUp.fact.id,
      contact: okOf(await device.seal.open(signUp.sealed, signUp.sealedIn.id, 'sign-up.taken')),
    })),
  );
  expect(opened.map(({ contact }) => contact.name)).toEqual(names.toReversed());
  expect(opened[0]?.contact.guardian?.name).toBe('Marie Canary');

  const [last, , first] = opened;
  if (first === undefined || last === undefined) throw new Error('all three are on the roster');
  okOf(await device.act.checkIn(id, first.fact));
  okOf(await device.act.linkCard(id, last.fact, last.contact, 'A2 1234 0000 0001 8B', device.act.newToken()));
  okOf(await device.sync.deliverNow());
  okOf(await desktop.device.sync.deliverNow());
  const here = (await roster(desktop.device.store, id)).filter(({ checkIn }) => checkIn !== null);
  expect(here.map(({ signUp }) => signUp.fact.id)).toEqual([first.fact]);
});

test('[S57] two lists are two: nobody takes the browser for a clone, or misses a number of it', async () => {
  const { server, desktop, school, id } = await aVisit(503);
  const { store } = school.device;
  for (const name of ['Ana', 'Ben']) okOf(await sendClass(store, id, okOf(await sealClass(store, id, [child(school, name)]))));
  okOf(await school.device.sync.deliverNow());
  const devices = okOf(await desktop.device.access.devices());
  expect(devices.map(({ forkedAt }) => forkedAt)).toEqual([null, null]);
  const { library } = (await self(store)).identity ?? { library: '' };
  expect((await server.services.storage.devices.gaps(library)).gaps).toEqual([]);
});

test('[S57] a key that was changed meanwhile is asked for before each sealing, and said by the server where it was too late', async () => {
  const { server, desktop, school, id } = await aVisit(504);
  const { store } = school.device;
  const early = okOf(await sealClass(store, id, [child(school, 'Ana')]));
  await aKey(desktop);
  okOf(await desktop.device.sync.deliverNow());
  const problem = problemOf(await sendClass(store, id, early));
  expect([problem.code, mayHaveArrived(problem)]).toEqual(['sealing-key-changed', false]);
  okOf(await sendClass(store, id, okOf(await sealClass(store, id, [child(school, 'Ana')]))));
  expect(await signUpsStored(server)).toBe(1);
});

test('[S57] nothing is sealed for a session that is not offered any more, without the server, or after the page has ended', async () => {
  const { desktop, school, id, lincoln } = await aVisit(505);
  const { store } = school.device;
  const sealing = async () => problemOf(await sealClass(store, id, [child(school, 'Ana')])).code;
  school.network.off = true;
  expect(await sealing()).toBe('server-unreachable');
  school.network.off = false;
  okOf(await desktop.device.act.changeSession(id, { partners: [] }));
  okOf(await desktop.device.sync.deliverNow());
  expect(await sealing()).toBe('class-closed');
  okOf(await desktop.device.act.changePartner(lincoln, { archived: true }));
  okOf(await desktop.device.sync.deliverNow());
  expect(await sealing()).toBe('not-found');
  expect(await lastShared(store)).toBeNull();
});
