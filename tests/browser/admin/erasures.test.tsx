// Erasing a person's details from the sign-up's screen, and the list that proves it. Only a coordinator, only with the server, asked twice.
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ErasuresScreen } from '../../../src/app/features/admin/erasures/ErasuresScreen.tsx';
import { SignUpScreen } from '../../../src/app/features/sign-ups/SignUpScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Level } from '../../../src/domain/may.ts';
import type { ErasuresAnswer } from '../../../src/protocol/erase.ts';
import { anEnrolledDevice, aFramedScreen, done, refused } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { anOpenSession, aSealingKey, onPhone } from '../app/a-field-day.tsx';

const words = text.erasing;
const erasure = {
  sequence: 1_204,
  at: '2026-11-02T13:30:00.000Z',
  by: { kind: 'account', name: 'Alice Moreau' },
  ids: ['coE5yHW2wxIgtuWZhb_FOA', 'j4ufAAIL_x1FH0Y5nv-vyA'],
  signUps: 1,
  again: false,
} as const;
const device = (name: string, pulled: number | null, revoked = false): ErasuresAnswer['devices'][number] => ({
  id: name.replaceAll(' ', ''),
  name,
  level: 'staff',
  revoked,
  lastSeenAt: null,
  pulled,
});

async function aSignUp(level: Level, answers: Record<string, unknown>) {
  await onPhone();
  const made = await anEnrolledDevice('coordinator', answers);
  if (level === 'coordinator') await aSealingKey(made.device);
  const session = await anOpenSession(made.device);
  const contact = {
    name: 'Wideline',
    phone: '305 555 0142',
    email: '',
    address: '',
    birthDate: null,
    guardian: null,
    cardNumber: '',
    note: '',
  };
  const consent = { given: true, wording: 'en-US/2026-11', by: 'person' } as const;
  const { fact } = await done(
    made.device.act.takeSignUp(session, { for: 'newsletter', program: null, language: 'ht', ageBand: '19+', consent, contact }),
  );
  return { ...made, session, fact: fact?.id ?? '' };
}

test('a coordinator is asked twice what is at stake, and only then the server is asked to erase', async () => {
  const made = await aSignUp('coordinator', { '/api/erase': erasure });
  const screen = aFramedScreen(made.device, <SignUpScreen session={made.session} fact={made.fact} />);
  const asked = () => made.asked.filter(({ path }) => path === '/api/erase');
  await userEvent.click(page.getByRole('button', { name: words.erase }));
  await expect.element(page.getByRole('alertdialog').getByText(/Newsletter\. Name, phone/)).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.keep }).last());
  await userEvent.click(page.getByRole('button', { name: words.erase }));
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.go }));
  await expect.element(page.getByText(words.againTitle)).toBeVisible();
  await expectAccessible();
  expect(asked()).toEqual([]);
  await userEvent.dblClick(page.getByRole('alertdialog').getByRole('button', { name: words.eraseNow }));
  await expect.poll(screen.path).toBe('/settings/erased');
  expect(asked().map(({ body }) => body)).toEqual([{ signUps: [made.fact] }]);
});

test('without the server nothing is erased, and it says so', async () => {
  const made = await aSignUp('coordinator', {});
  aFramedScreen(made.device, <SignUpScreen session={made.session} fact={made.fact} />);
  await userEvent.click(page.getByRole('button', { name: words.erase }));
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.go }));
  await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: words.eraseNow }));
  await expect.element(page.getByText(words.notErased)).toBeVisible();
  await expect.element(page.getByText(text.problems['server-unreachable'].happened)).toBeVisible();
  await expectAccessible();
});

test('the list says who has confirmed and who has not; the proof holds ids and devices, and no name of a person', async () => {
  const devices = [device('Office desktop', 1_300), device('Tablet 1', 1_203), device('Tablet 2', null), device('Lost phone', 3, true)];
  const again = { ...erasure, sequence: 9, by: { kind: 'server', name: null }, again: true };
  const made = await anEnrolledDevice('coordinator', { '/api/erase': { erasures: [erasure, again], devices } });
  aFramedScreen(made.device, <ErasuresScreen />);
  await expect.element(page.getByText(words.confirmed(1, 3))).toBeVisible();
  await expect.element(page.getByText(words.waiting('Tablet 1 and Tablet 2'))).toBeVisible();
  await expect.element(page.getByText(words.revoked('Lost phone')).first()).toBeVisible();
  await expect.element(page.getByText(words.again)).toBeVisible();
  await expect.element(page.getByText(words.backups).first()).toBeVisible();
  await expectAccessible();

  const saved = Promise.withResolvers<Blob>();
  const createObjectURL = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.resolve(blob);
    return 'blob:proof';
  });
  onTestFinished(() => createObjectURL.mockRestore());
  await userEvent.click(page.getByRole('button', { name: words.save }).first());
  const proof = await (await saved.promise).text();
  for (const part of [...erasure.ids, 'Office desktop', 'Tablet 1', '2026-11-02T13:30:00.000Z', 'North Miami Public Library'])
    expect(proof).toContain(part);
});

test('nothing erased yet, no server, and not for staff', async () => {
  const made = await anEnrolledDevice('coordinator', { '/api/erase': { erasures: [], devices: [] } });
  aFramedScreen(made.device, <ErasuresScreen />);
  await expect.element(page.getByText(words.empty)).toBeVisible();
  await expectAccessible();
});

test('without a network the list says that it comes from the server', async () => {
  const made = await anEnrolledDevice('coordinator', { '/api/erase': refused('not-signed-in') });
  aFramedScreen(made.device, <ErasuresScreen />);
  await expect.element(page.getByRole('link', { name: text.access.devices.signInTitle })).toBeVisible();
  await expectAccessible();
});

test('staff neither see the list nor the button', async () => {
  const { device: staff } = await anEnrolledDevice('staff');
  aFramedScreen(staff, <ErasuresScreen />);
  await expect.element(page.getByText(words.notYours)).toBeVisible();
  await expectAccessible();
});
