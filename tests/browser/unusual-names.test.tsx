// Names as people have them, at their longest, with a picture in them, from right to left: on a phone of 360 px nothing is wider than the
// screen or cut off where they stand, and the words around them stay in their order.

import { Route, Router } from 'preact-iso';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FollowUpScreen } from '../../src/app/features/follow-up/FollowUpScreen.tsx';
import { longestName } from '../../src/app/records/too-long.ts';
import { SessionAt } from '../../src/app/SessionAt.tsx';
import { enUS as text } from '../../src/app/text/en-US.ts';
import type { ContactDetails } from '../../src/domain/sign-up.ts';
import { done } from './a-screen.tsx';
import { aDevice, anOpenSession, aSealingKey, passphrase, shown } from './app/a-field-day.tsx';
import { anArmedKiosk, shownKiosk } from './kiosk/a-kiosk.tsx';
import { drawn, misfits } from './looks.ts';
import { seenAt } from './page.ts';

const long = 'Bartholomew'.repeat(19).slice(0, longestName);
const people = [long, '👩🏽‍🚒 Zoë 🐞', 'محمد عبد الله'] as const;

async function expectFits(place: string): Promise<void> {
  await drawn(document.body);
  expect([place, ...misfits(document.body)]).toEqual([place]);
}

test('at the kiosk: in each question, in the list of children, and at the last look', async () => {
  await seenAt(360, 740);
  const kiosk = await anArmedKiosk({ offers: ['newsletter'] });
  const { kiosk: words } = text;
  await shownKiosk(kiosk);
  const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
  const next = () => press(words.next);
  const choose = (name: string) => userEvent.click(page.getByRole('radio', { name, exact: true }));
  const title = (name: string) => expect.element(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /English/ }));
  await choose(words.who.children);
  await next();
  for (const [at, name] of people.entries()) {
    if (at > 0) await press(words.more.add);
    await title(words.name.ofMany(at + 1));
    await userEvent.fill(page.getByLabelText(words.name.first), name);
    await next();
    await expect.element(page.getByRole('radio', { name: words.yes, exact: true })).toBeVisible();
    await expectFits(`a question about ${name}`);
    await choose(words.no);
    await next();
    await title(words.more.title);
  }
  await expectFits('the children');
  await press(words.more.done);
  await title(words.reach.title);
  await userEvent.fill(page.getByLabelText(words.reach.phone), '305 555 0147');
  await next();
  await title(words.check.title);
  for (const name of people) await expect.element(page.getByText(name).first()).toBeInTheDocument();
  await expectFits('the last look');
});

test('on screens of staff: in the session, on its roster, in Follow-up, and side by side', async () => {
  await seenAt(360, 740);
  const device = await aDevice();
  await aSealingKey(device);
  const session = await anOpenSession(device);
  const consent = { given: true, wording: text.signUps.consent.version, by: 'caregiver' } as const;
  const asked = { for: 'program', program: 'Robotics club', language: 'en-US', ageBand: '6-11', consent } as const;
  for (const name of [...people, ...people]) {
    const guardian = { name, relation: name };
    const contact: ContactDetails = {
      name,
      phone: '305 555 0142',
      email: '',
      address: name,
      birthDate: null,
      guardian,
      cardNumber: '',
      note: '',
    };
    await done(device.act.takeSignUp(session, { ...asked, contact }));
  }
  await done(device.seal.unlock({ passphrase }));
  shown(
    device,
    <Router>
      <Route path="/follow-up/:part?" component={FollowUpScreen} />
      <Route path="/sessions/:id/:tab" component={SessionAt} />
    </Router>,
    `/sessions/${session}/sign-ups`,
  );
  const { signUps, roster, followUp } = text;
  const follow = (name: string | RegExp) => userEvent.click(page.getByRole('link', { name }).first());
  const expectAll = async (list: string) => {
    for (const name of people) await expect.element(page.getByRole('list', { name: list }).getByText(name).first()).toBeInTheDocument();
    await expectFits(list);
  };
  await expectAll(signUps.list);
  await follow(new RegExp(`^${roster.tab}`));
  await expectAll(roster.list);
  await follow(new RegExp(`^${text.sessions.tabs.signUps}`));
  await follow(followUp.title);
  await expectAll(followUp.list);
  await follow(followUp.duplicatesLook);
  for (const _ of people) {
    await expect.element(page.getByRole('radiogroup', { name: followUp.stays })).toBeVisible();
    await expectFits(followUp.duplicates);
    await userEvent.click(page.getByRole('button', { name: followUp.merge, exact: true }));
    await expectFits(followUp.mergeTitle);
    await userEvent.click(page.getByRole('button', { name: followUp.mergeBack, exact: true }).last());
    await userEvent.click(page.getByRole('button', { name: followUp.skip, exact: true }));
  }
});
