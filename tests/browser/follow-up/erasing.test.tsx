// Erasing a person at the desk, who asks for it: all their sign-ups, chosen one by one, asked once more with the number, and what was done
// said apart from what was not.

import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FollowUpScreen } from '../../../src/app/features/follow-up/FollowUpScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { allSignUps } from '../../../src/device/store/sign-ups.ts';
import type { ContactDetails, SignUpKind } from '../../../src/domain/sign-up.ts';
import { eraseRequest } from '../../../src/protocol/erase.ts';
import { expectAccessible } from '../accessibility.ts';
import { type Answers, anEnrolledDevice, done, refused } from '../a-screen.tsx';
import { anOpenSession, aSealingKey, passphrase, shown } from '../app/a-field-day.tsx';

const words = text.erasing;
const ana: ContactDetails = {
  name: 'Ana Núñez',
  phone: '305 555 0142',
  email: '',
  address: '',
  birthDate: '2015-03-14',
  guardian: { name: 'Marie Núñez', relation: 'mother' },
  cardNumber: '',
  note: '',
};
const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
const asked = { program: null, language: 'ht', ageBand: '6-11', consent } as const;

beforeEach(() => page.viewport(1440, 2_400));

type Wish = readonly [SignUpKind, Partial<ContactDetails>];

/** At the coordinator's desk, unlocked, with the first of these sign-ups open. */
async function anOpenEntry(answers: Answers, ...wishes: readonly Wish[]) {
  const made = await anEnrolledDevice('coordinator', answers);
  const { device } = made;
  await aSealingKey(device);
  const session = await anOpenSession(device);
  const ids: string[] = [];
  for (const [kind, contact] of wishes) {
    const { fact } = await done(device.act.takeSignUp(session, { ...asked, for: kind, contact: { ...ana, ...contact } }));
    ids.push(fact?.id ?? '');
  }
  await done(device.seal.unlock({ passphrase }));
  shown(device, <FollowUpScreen part={ids[0] ?? ''} />, `/follow-up/${ids[0]}`);
  const requests = () => made.asked.filter(({ path }) => path === '/api/erase').map(({ body }) => body);
  return { ...made, session, ids, requests };
}

/** As the server answers: what it was asked for is gone. */
function certificate(body: unknown, sequence = 1_204) {
  const ids = v.parse(eraseRequest, body).signUps;
  return { sequence, at: '2026-11-02T14:05:00.000Z', by: { kind: 'device', name: null }, ids, signUps: ids.length, again: false };
}

const box = (name: RegExp) => page.getByRole('checkbox', { name });
const dialog = () => page.getByRole('alertdialog');
const eraseButton = () => page.getByRole('button', { name: words.erase });

test('a person’s other sign-ups are found, only the certain ones are chosen, and all that are chosen go in one request', async () => {
  const made = await anOpenEntry(
    { '/api/erase': certificate },
    ['card', {}],
    ['newsletter', { guardian: null }],
    ['newsletter', { birthDate: null, guardian: null, name: 'Núñez Ana' }],
    ['card', { name: 'Luis Núñez', birthDate: '2012-01-02' }],
  );
  await userEvent.click(eraseButton());
  await expect.element(box(/Ana Núñez · Library card/)).toBeChecked();
  await expect.element(box(/^Ana Núñez · Newsletter/)).toBeChecked();
  await expect.element(box(/Núñez Ana · Newsletter/)).not.toBeChecked();
  expect(box(/Luis/).elements()).toHaveLength(1); // in the list of sign-ups, not among those to erase
  await expect.element(page.getByText(words.person.stays)).toBeVisible();
  await expect.element(page.getByText(words.person.loans)).toBeVisible();
  await expectAccessible();

  await userEvent.click(page.getByRole('button', { name: words.person.eraseCount(2) }));
  await expect.element(dialog().getByText(words.person.askTitle(2))).toBeVisible();
  await expectAccessible();
  expect(made.requests()).toEqual([]);
  await userEvent.dblClick(dialog().getByRole('button', { name: words.eraseNow }));
  await expect.element(page.getByText(words.entry(2))).toBeVisible();
  await expect.element(page.getByText(words.person.proofText('1,204'))).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.person.seeProof })).toHaveAttribute('href', '/settings/erased');
  expect(made.requests()).toEqual([{ signUps: [made.ids[0], made.ids[1]] }]);
  await expectAccessible();
  await made.device.sync.deliverNow(); // the round that erasing has started
});

test('what was made one with it, and what was taken back, is found too', async () => {
  const made = await anOpenEntry({}, ['card', {}], ['card', { name: 'Anna Nunes' }], ['newsletter', {}]);
  const [card = '', twice = '', newsletter = ''] = made.ids;
  const { device, session } = made;
  await done(
    (await device.act.followUp()).mergeSignUps({ kept: { session, target: card }, gone: [{ session, target: twice }], contact: null }),
  );
  await done(device.act.voidFact(session, newsletter));
  await expect.poll(async () => (await allSignUps(device.store)).filter(({ voided }) => voided)).toHaveLength(2);
  await expect.element(page.getByRole('checkbox', { name: /Anna Nunes/ })).not.toBeInTheDocument();
  await userEvent.click(eraseButton());
  await expect.element(box(/Anna Nunes · Library card/)).toBeChecked();
  await expect.element(page.getByText(new RegExp(words.person.merged))).toBeVisible();
  await expect.element(box(/Ana Núñez · Newsletter/)).toBeChecked();
  await expect.element(page.getByText(new RegExp(`^${text.signUps.takenBack} · `))).toBeVisible();
});

test('without a server nothing is erased, and it says so; later it goes on', async () => {
  const made = await anOpenEntry({}, ['card', {}], ['newsletter', {}]);
  await userEvent.click(eraseButton());
  await userEvent.click(page.getByRole('button', { name: words.person.eraseCount(2) }));
  await userEvent.click(dialog().getByRole('button', { name: words.eraseNow }));
  await expect.element(page.getByText(words.person.leftTitle(2))).toBeVisible();
  await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
  await expectAccessible();
  expect((await allSignUps(made.device.store)).map(({ voided }) => voided)).toEqual([false, false]);

  made.answers['/api/erase'] = certificate;
  await userEvent.click(page.getByRole('button', { name: words.person.eraseRest }));
  await expect.element(page.getByText(words.entry(2))).toBeVisible();
  await expect.element(page.getByText(words.person.leftTitle(2))).not.toBeInTheDocument();
  await made.device.sync.deliverNow();
});

test('when the server cannot take one of them, the others go, and it says which is which', async () => {
  const refusing = { id: '' };
  const answer = (body: unknown) => {
    const { ids } = certificate(body);
    return ids.includes(refusing.id) ? refused('request-invalid') : certificate(body, 1_300 + ids.length);
  };
  const made = await anOpenEntry({ '/api/erase': answer }, ['card', {}], ['newsletter', {}], ['volunteering', {}]);
  refusing.id = made.ids[1] ?? '';
  await userEvent.click(eraseButton());
  await userEvent.click(page.getByRole('button', { name: words.person.eraseCount(3) }));
  await userEvent.click(dialog().getByRole('button', { name: words.eraseNow }));
  await expect.element(page.getByText(words.entry(2))).toBeVisible();
  await expect.element(page.getByText(words.person.leftTitle(1))).toBeVisible();
  await expect.element(page.getByRole('alert').getByText(/Ana Núñez · Newsletter/)).toBeVisible();
  await expectAccessible();
  refusing.id = '';
  await userEvent.click(page.getByRole('button', { name: words.person.eraseRest }));
  await expect.element(page.getByText(words.entry(3))).toBeVisible();
  expect(made.requests().at(-1)).toEqual({ signUps: [made.ids[1]] });
  await made.device.sync.deliverNow();
});

test('locking takes the names of what is not erased along', async () => {
  const made = await anOpenEntry({}, ['card', {}]);
  await userEvent.click(eraseButton());
  await expect.element(page.getByText(words.person.none)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.person.eraseCount(1) }));
  await userEvent.click(dialog().getByRole('button', { name: words.eraseNow }));
  await expect.element(page.getByText(words.person.leftTitle(1))).toBeVisible();
  made.device.seal.lock();
  await expect.element(page.getByText(text.followUp.lockedAgain)).toBeVisible();
  expect(document.documentElement.innerHTML).not.toMatch(/Núñez/);
});
