// The library's rules for sign-ups: what is asked, in which words, for how long. And the staff form that follows them.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SignUpRulesScreen } from '../../../src/app/features/admin/sign-up-rules/SignUpRulesScreen.tsx';
import { SignUpFormScreen } from '../../../src/app/features/sign-ups/SignUpFormScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { loadText } from '../../../src/app/text/text.ts';
import { libraryRecord } from '../../../src/device/store/records.ts';
import { signUpsOf } from '../../../src/device/store/sign-ups.ts';
import { defaultRules, wordingVersion } from '../../../src/domain/sign-up-rules.ts';
import { anEnrolledDevice, aFramedScreen, done } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';
import { anOpenSession, aSealingKey } from '../app/a-field-day.tsx';

const words = text.asking;

test('rules are checked, saved, and a changed wording gets a version of its own; back to ours takes it away', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <SignUpRulesScreen />);
  await expect.element(page.getByText(text.signUps.consent.text(defaultRules.keepDays), { exact: true })).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByText(text.words.signUpKind.newsletter));
  const newsletter = page.getByRole('group').filter({ hasText: text.words.signUpKind.newsletter });
  await userEvent.selectOptions(newsletter.getByLabelText(words.field.school), 'required');
  await userEvent.fill(newsletter.getByLabelText(words.guardianUnder), 'many');
  await userEvent.fill(page.getByLabelText(words.keepDays), '0');
  await userEvent.fill(page.getByLabelText(words.wording('English')), 'You agree that we write to you.');
  await userEvent.click(page.getByRole('button', { name: words.save, exact: true }));
  await expect.element(page.getByRole('link', { name: words.wrong.years })).toBeVisible();
  await expect.element(page.getByRole('link', { name: words.wrong.keepDays })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(newsletter.getByLabelText(words.guardianUnder), '16');
  await userEvent.fill(page.getByLabelText(words.keepDays), '14');
  await userEvent.click(page.getByRole('button', { name: words.save, exact: true }));
  await expect.element(page.getByText(text.shell.saved)).toBeVisible();
  const rules = async () => (await libraryRecord(device.store))?.values.signUpRules;
  expect(await rules()).toMatchObject({
    keepDays: 14,
    kioskIdleSeconds: 45,
    consents: {
      'en-US': {
        version: wordingVersion('en-US', '2026-11-02', 'You agree that we write to you.'),
        text: 'You agree that we write to you.',
      },
    },
    kinds: { newsletter: { guardianUnder: 16, fields: { school: 'required' } }, card: defaultRules.kinds.card },
  });

  await userEvent.fill(page.getByLabelText(words.wording('English')), 'You agree that we write to you, rarely.');
  await userEvent.click(page.getByRole('button', { name: words.save, exact: true }));
  await expect
    .poll(async () => (await rules())?.consents['en-US']?.version)
    .toBe(wordingVersion('en-US', '2026-11-02', 'You agree that we write to you, rarely.'));
  await userEvent.click(page.getByRole('button', { name: words.backToOurs }));
  await userEvent.click(page.getByRole('button', { name: words.save, exact: true }));
  await expect.poll(async () => (await rules())?.consents).toEqual({});
  await expectAccessible();
});

test('the coordinator sees what visitors read where there is no wording of one’s own, in each language of the library', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  await done(device.act.changeLibrary({ languages: ['es-US', 'ht'] }));
  aFramedScreen(device, <SignUpRulesScreen />);
  for (const language of ['es-US', 'ht'] as const) {
    const loading = await loadText(language);
    await loading.whole();
    for (const { consent } of [loading.text.signUps, loading.text.kiosk]) {
      const shown = page.getByText(consent.text(defaultRules.keepDays), { exact: true });
      await expect.element(shown).toBeVisible();
      await expect.element(shown).toHaveAttribute('lang', language);
    }
  }
  await expectAccessible();
});

test('the sign-up form asks what the library says, in the library’s words', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const fields = {
    lastName: 'required',
    phone: 'off',
    email: 'required',
    address: 'off',
    birthDate: 'off',
    school: 'required',
    note: 'off',
  } as const;
  await done(
    device.act.changeLibrary({
      signUpRules: {
        ...defaultRules,
        kinds: { ...defaultRules.kinds, newsletter: { fields, reachable: true, guardianUnder: 0, signatureUnder: 0 } },
        consents: { 'en-US': { version: 'en-US/2026-10-31', text: 'Our very own words.' } },
      },
    }),
  );
  await aSealingKey(device);
  const id = await anOpenSession(device);
  const screen = aFramedScreen(device, <SignUpFormScreen session={id} />);
  await userEvent.click(page.getByText(text.words.signUpKind.newsletter));
  await expect.element(page.getByText('Our very own words.')).toBeVisible();
  expect(page.getByLabelText(text.signUps.form.phone).query()).toBeNull();
  await userEvent.click(page.getByRole('button', { name: text.signUps.form.save }));
  await expect.element(page.getByRole('link', { name: words.missing.school })).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(words.firstName), 'Ana');
  await userEvent.fill(page.getByLabelText(words.lastName), 'Núñez');
  await userEvent.fill(page.getByLabelText(text.signUps.form.email), 'ana@example.org');
  await userEvent.fill(page.getByLabelText(words.school, { exact: true }), 'Hurston Elementary');
  await userEvent.click(page.getByLabelText(text.signUps.consent.person));
  await userEvent.click(page.getByRole('button', { name: text.signUps.form.save }));
  await expect.poll(screen.path).toBe(`/sessions/${id}/sign-ups`);
  const [taken] = await signUpsOf(device.store, id);
  expect(taken?.body.consent).toMatchObject({ wording: 'en-US/2026-10-31' });
  await done(device.seal.unlock({ passphrase: 'river lantern orchard pencil' }));
  const opened = taken === undefined ? undefined : await done(device.seal.open(taken.sealed, taken.sealedIn.id, 'sign-up.taken'));
  expect(opened).toMatchObject({ name: 'Ana Núñez', firstName: 'Ana', lastName: 'Núñez', school: 'Hurston Elementary' });
});

test('staff may read nothing here but that a coordinator can change it', async () => {
  const coordinator = await anEnrolledDevice('staff');
  aFramedScreen(coordinator.device, <SignUpRulesScreen />);
  await expect.element(page.getByText(text.settings.libraryNotYet)).toBeVisible();
  await expectAccessible();
});
