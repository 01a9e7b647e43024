// Lending and taking back on real devices with a real server: exactly once, sealed, found by the item's label.

import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/shapes.ts';
import { countChange, countedAs, stockOf } from '../../src/domain/stock.ts';
import { handOutsOf } from '../../src/device/store/hand-outs.ts';
import { loans, movements } from '../../src/device/store/loans.ts';
import { resourceWith } from '../../src/device/store/records.ts';
import type { Lending } from '../../src/device/actions/loans.ts';
import { aServer } from '../support/server.ts';
import { aDesktop, anEnrolledTablet, type Tablet } from './a-tablet.ts';
import { okOf, problemOf } from './a-device.ts';

const today: Day = '2026-11-02';
const barcode = '30234000517861';
const card = '22390000027895';
const passphrase = 'river lantern orchard pencil';

async function stage(seed: number, sealing: 'with a key' | 'without a key' = 'without a key') {
  const server = await aServer();
  const desktop = await aDesktop(server, seed);
  if (sealing === 'with a key') {
    const key = okOf(await desktop.device.act.makeSealingKey(passphrase, 'Alice'));
    okOf(await key.rehearse({ passphrase, recoveryKey: key.recoveryKey }));
    okOf(await key.confirm());
  }
  const { id: resource } = okOf(
    await desktop.device.act.changeResource(null, {
      title: 'Atlas',
      type: 'book',
      barcode,
      archived: false,
      stock: { copies: 5, day: today },
    }),
  );
  const { id: session } = okOf(await desktop.device.act.startNewSession({ date: today, place: 'Maple Court' }));
  okOf(await desktop.device.sync.deliverNow());
  const one = await anEnrolledTablet(server, desktop, seed + 1);
  const two = await anEnrolledTablet(server, desktop, seed + 2);
  const lending = (tablet: Tablet, set: Partial<Lending> = {}): Lending => ({
    resource,
    title: 'Atlas',
    count: 1,
    barcode,
    to: 'card',
    site: null,
    due: '2026-11-23',
    card: '',
    token: tablet.device.act.newToken(),
    ...set,
  });
  const back = { barcode, loan: null, resource, title: 'Atlas', today };
  const aboardOf = async ({ device }: Tablet, outlet: string | null, on = today) => {
    const found = await resourceWith(device.store, resource);
    return found === undefined ? undefined : stockOf(found, outlet, await movements(device.store, on), on)?.aboard;
  };
  const aboard = (tablet: Tablet) => aboardOf(tablet, null);
  const deliver = async (...tablets: readonly Tablet[]) => {
    for (const tablet of [...tablets, ...tablets]) okOf(await tablet.device.sync.deliverNow());
  };
  return { server, desktop, one, two, session, lending, back, aboard, aboardOf, deliver };
}

describe('a loan', () => {
  test('is lent once however often the form is sent, comes back once, and stock follows on every device', async () => {
    const { one, two, desktop, session, lending, back, aboard, deliver } = await stage(710);
    const given = lending(one);
    okOf(await one.device.act.lend(session, given));
    okOf(await one.device.act.lend(session, given));
    await deliver(one, two, desktop);
    expect(await Promise.all([one, two, desktop].map(aboard))).toEqual([4, 4, 4]);
    // Both take it in without hearing of each other.
    okOf(await one.device.act.takeIn(session, back));
    okOf(await two.device.act.takeIn(session, back));
    await deliver(one, two, desktop);
    expect(await Promise.all([one, two, desktop].map(aboard))).toEqual([5, 5, 5]);
    expect(okOf(await two.device.act.takeIn(session, back)).already?.values.title).toBe('Atlas');
    expect((await loans(desktop.device.store)).filter((loan) => loan.open)).toEqual([]);
  });

  test('leaves no card number in clear, at rest or on its way; the passphrase opens it', async () => {
    const { one, desktop, session, lending, deliver } = await stage(720, 'with a key');
    okOf(await one.device.act.lend(session, lending(one, { card })));
    await deliver(one, desktop);
    const everything = async ({ device }: Tablet) =>
      JSON.stringify(await Promise.all([device.store.facts.toArray(), device.store.copies.toArray(), device.store.records.toArray()]));
    for (const text of [await everything(one), await everything(desktop), ...one.network.asked.map(({ body }) => body)]) {
      expect(text).not.toContain(card);
    }
    const [loan] = await loans(desktop.device.store);
    if (loan?.values.sealed == null || loan.sealedIn === null) throw new Error('a sealed loan');
    okOf(await desktop.device.seal.unlock({ passphrase }));
    const opened = okOf(
      await desktop.device.seal.openMany([{ sealed: loan.values.sealed, sealedIn: { id: loan.sealedIn, kind: 'loan.changed' } }]),
    );
    expect(opened.map((one) => (one.ok ? one.value.cardNumber : one.problem.code))).toEqual([card]);
  });

  test('a return told before its lending arrived ends it when it does, for good', async () => {
    const { one, two, desktop, session, lending, back, aboard, deliver } = await stage(730);
    okOf(await one.device.act.lend(session, lending(one)));
    two.ports.clock.now += 3_600_000;
    okOf(await two.device.act.takeIn(session, back));
    expect(await aboard(two)).toBe(5);
    await deliver(two, one, desktop);
    expect(await Promise.all([one, two, desktop].map(aboard))).toEqual([5, 5, 5]);
    okOf(await desktop.device.act.settleLoans());
    okOf(await two.device.act.settleLoans());
    await deliver(desktop, two, one);
    const stored = await loans(one.device.store);
    expect(stored.map(({ values, open }) => [values.lentAt !== null, values.canceled, open]).sort()).toEqual([
      [false, true, false],
      [true, false, false],
    ]);
    expect(await Promise.all([one, two, desktop].map(aboard))).toEqual([5, 5, 5]);

    // It was none: the loan it was made one with is open again.
    const [returned] = (await handOutsOf(two.device.store, session)).filter(({ way }) => way === 'returned');
    okOf(await two.device.act.takeBackHandOut(session, returned?.fact.id ?? ''));
    await deliver(two, one, desktop);
    for (const tablet of [one, two, desktop]) {
      expect((await loans(tablet.device.store)).filter(({ open }) => open)).toHaveLength(1);
      expect(await aboard(tablet)).toBe(4);
    }
  });

  test('lent again by a tablet not heard of, and taken in again by the first, is back', async () => {
    const { one, two, desktop, session, lending, back, aboard, deliver } = await stage(760);
    okOf(await one.device.act.takeIn(session, back));
    expect(okOf(await one.device.act.takeIn(session, back)).already).not.toBeNull();
    two.ports.clock.now += 15 * 60_000;
    okOf(await two.device.act.lend(session, lending(two)));
    one.ports.clock.now += 40 * 60_000;
    expect(okOf(await one.device.act.takeIn(session, back)).already).toBeNull();
    await deliver(one, two, desktop);
    for (const tablet of [one, two, desktop]) expect((await loans(tablet.device.store)).filter(({ open }) => open)).toEqual([]);
    expect(await Promise.all([one, two, desktop].map(aboard))).toEqual([5, 5, 5]);
  });

  test('of several comes back in parts, by two tablets that have not heard of each other; the rest stays out', async () => {
    const { one, two, desktop, session, lending, back, aboard, deliver } = await stage(770);
    const { loan } = okOf(await one.device.act.lend(session, lending(one, { count: 4, barcode: '', to: 'site' })));
    await deliver(one, two, desktop);
    const some = (count?: number) => ({ ...back, barcode: '', loan, ...(count === undefined ? {} : { count }) });
    okOf(await one.device.act.takeIn(session, some(2)));
    okOf(await two.device.act.takeIn(session, some(1)));
    await deliver(one, two, desktop);
    const out = async (tablet: Tablet) => (await loans(tablet.device.store)).filter(({ open }) => open).map(({ values }) => values.count);
    for (const tablet of [one, two, desktop]) expect([await out(tablet), await aboard(tablet)]).toEqual([[1], 4]);
    // One of the parts was none.
    const [newest] = (await handOutsOf(two.device.store, session)).filter(({ way, body }) => way === 'returned' && body.count === 1);
    okOf(await two.device.act.takeBackHandOut(session, newest?.fact.id ?? ''));
    expect([await out(two), await aboard(two)]).toEqual([[2], 3]);
    okOf(await two.device.act.takeIn(session, some()));
    await deliver(two, one, desktop);
    for (const tablet of [one, two, desktop]) expect([await out(tablet), await aboard(tablet)]).toEqual([[], 5]);
    const returned = (await handOutsOf(one.device.store, session)).filter(({ way, voided }) => way === 'returned' && !voided);
    expect(returned.map(({ body }) => body.count).sort()).toEqual([2, 2]);
    // Back whole, its parts leave the devices with it.
    expect((await loans(one.device.store)).every(({ values }) => values.returnedOn !== null)).toBe(true);
  });

  test('taking the lending back unmakes the loan, taking the return back opens it again', async () => {
    const { one, session, lending, back, aboard } = await stage(740);
    const { store, act } = one.device;
    const newest = async () => (await handOutsOf(store, session)).find((entry) => !entry.voided)?.fact.id ?? '';
    okOf(await act.lend(session, lending(one)));
    okOf(await act.takeIn(session, back));
    expect(await aboard(one)).toBe(5);
    okOf(await act.takeBackHandOut(session, await newest()));
    expect(await aboard(one)).toBe(4);
    okOf(await act.takeBackHandOut(session, await newest()));
    expect(await aboard(one)).toBe(5);
    expect((await loans(store)).map(({ values }) => values.canceled)).toEqual([true]);
    expect(problemOf(await act.takeBackHandOut(session, 'AAAAAAAAAAAAAAAAAAAAAA')).code).toBe('not-found');
  });

  test('[S15][S16] stays on devices while it is open, and leaves 45 days after it came back', async () => {
    const { server, one, two, desktop, session, lending, back, deliver } = await stage(750);
    const pass = (days: number) => {
      server.clock.now += days * 86_400_000;
      for (const tablet of [one, two, desktop]) tablet.ports.clock.now += days * 86_400_000;
    };
    okOf(await one.device.act.lend(session, lending(one)));
    await deliver(one, two, desktop);
    pass(90);
    await deliver(one, two, desktop);
    expect(await one.device.store.sessions.get(session)).toBeUndefined();
    const late = await anEnrolledTablet(server, desktop, 759);
    for (const tablet of [one, two, late]) expect((await loans(tablet.device.store)).map((loan) => loan.open)).toEqual([true]);
    okOf(await two.device.act.takeIn(null, { ...back, today: '2027-01-31' }));
    await deliver(two, one, late);
    for (const tablet of [one, two, late]) expect((await loans(tablet.device.store)).map((loan) => loan.open)).toEqual([false]);
    pass(46);
    await deliver(one, two, late);
    for (const tablet of [one, two, late]) expect(await loans(tablet.device.store)).toEqual([]);
  });
});

describe('two vehicles', () => {
  async function onTheRoad(seed: number) {
    const staged = await stage(seed);
    const { desktop, one, two, deliver } = staged;
    const { resource } = staged.back;
    const [north, south] = await Promise.all(
      ['North', 'South'].map(async (name) => okOf(await desktop.device.act.changeOutlet(null, { name, kind: 'bookmobile' })).id),
    );
    if (north === undefined || south === undefined) throw new Error('two outlets');
    const onNorth = okOf(await one.device.act.startNewSession({ date: today, place: 'Maple Court', outlet: north })).id;
    const onSouth = okOf(await two.device.act.startNewSession({ date: today, place: 'Market', outlet: south })).id;
    await deliver(one, two, desktop);
    const count = async ({ device }: Tablet, outlet: string, aboard: number, on = today) => {
      const moved = await movements(device.store, on);
      const set = countChange(outlet, countedAs({ id: resource, values: {} }, outlet, aboard, moved, on));
      okOf(await device.act.changeResource(resource, set));
    };
    const figures = (tablet: Tablet) => Promise.all([north, south, null].map((outlet) => staged.aboardOf(tablet, outlet)));
    const everywhere = () => Promise.all([one, two, desktop].map(figures));
    return { ...staged, north, south, onNorth, onSouth, count, everywhere };
  }

  test('are counted by two tablets at once, both counts stand, and each falls by what its own session gives', async () => {
    const { one, two, desktop, north, south, onNorth, onSouth, count, everywhere, deliver, back } = await onTheRoad(780);
    await count(one, north, 3);
    await count(two, south, 8);
    await deliver(two, one, desktop);
    expect(await everywhere()).toEqual(Array(3).fill([3, 8, 5]));
    const given = { resource: back.resource, title: 'Atlas', count: 1, barcode: null } as const;
    okOf(await one.device.act.handOut(onNorth, 'given', given));
    okOf(await two.device.act.handOut(onSouth, 'given', { ...given, count: 2 }));
    await deliver(one, two, desktop);
    expect(await everywhere()).toEqual(Array(3).fill([2, 6, 2]));
  });

  test('what one lent and the other took in is aboard the other', async () => {
    const { one, two, desktop, north, south, onNorth, onSouth, count, everywhere, deliver, lending, back } = await onTheRoad(790);
    await count(one, north, 3);
    await count(two, south, 8);
    okOf(await one.device.act.lend(onNorth, lending(one)));
    await deliver(one, two, desktop);
    expect(await everywhere()).toEqual(Array(3).fill([2, 8, 4]));
    okOf(await two.device.act.takeIn(onSouth, back));
    await deliver(two, one, desktop);
    expect(await everywhere()).toEqual(Array(3).fill([2, 9, 5]));
  });

  test('[S15] a loan stays away from the vehicle that lent it when its session has left the devices', async () => {
    const { server, one, two, desktop, north, onNorth, count, aboardOf, deliver, lending, back } = await onTheRoad(800);
    okOf(await one.device.act.lend(onNorth, lending(one)));
    await deliver(one, two, desktop);
    server.clock.now += 90 * 86_400_000;
    for (const tablet of [one, two, desktop]) tablet.ports.clock.now += 90 * 86_400_000;
    await deliver(one, two, desktop);
    expect(await two.device.store.sessions.get(onNorth)).toBeUndefined();
    const later = '2027-01-31';
    await count(two, north, 3, later);
    await deliver(two, one);
    expect(await aboardOf(one, north, later)).toBe(3);
    okOf(await two.device.act.takeIn(null, { ...back, today: later }));
    await deliver(two, one);
    expect(await aboardOf(one, north, later)).toBe(4);
  });
});
