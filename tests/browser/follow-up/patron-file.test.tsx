// Sign-ups leave the desk as a file for the library system: seen before it is saved, saved in this browser only, and marked when a person
// says that the import went well; found again when the desk has locked meanwhile.

import { Route, Router } from 'preact-iso';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FollowUpScreen } from '../../../src/app/features/follow-up/FollowUpScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Text } from '../../../src/app/text/text.ts';
import type { Device } from '../../../src/device/device.ts';
import { allSignUps } from '../../../src/device/store/sign-ups.ts';
import type { ContactDetails, SignUpKind } from '../../../src/domain/sign-up.ts';
import { accented, mirrored } from '../../support/pseudo.ts';
import { accessibilityFaults, expectAccessible } from '../accessibility.ts';
import { done } from '../a-screen.tsx';
import { aDevice, anOpenSession, aSealingKey, passphrase, refuseToKeep, shown } from '../app/a-field-day.tsx';
import { contentOf, handedOut } from '../handed-out.ts';
import { drawn, faults } from '../looks.ts';
import { seenAt } from '../page.ts';

const words = text.followUp;
const { file } = words;
const wideline: ContactDetails = {
  name: 'Wideline Jean-Baptiste',
  phone: '(305) 555-0142',
  email: '',
  address: '12 Maple Court\nNorth Miami, FL 33161',
  birthDate: '2015-03-14',
  guardian: { name: 'Marie Núñez', relation: 'mother' },
  cardNumber: '21234000000018',
  note: '',
};
const ana = { name: 'Ana Pierre', cardNumber: '21234000000026', address: '', guardian: null } as const;
const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
const asked = { program: null, language: 'ht', ageBand: '6-11', consent } as const;
const kohaHeader =
  'cardnumber,surname,firstname,dateofbirth,address,city,state,zipcode,email,phone,branchcode,categorycode,dateenrolled,contactname,contactfirstname,relationship,borrowernotes,lang';

beforeEach(() => page.viewport(1440, 2_800));

/** At an unlocked desk; each person is who is named, and Wideline in all that is not said. */
async function aDesk(...people: readonly (readonly [SignUpKind, Partial<ContactDetails>])[]) {
  const device = await aDevice();
  await aSealingKey(device);
  const session = await anOpenSession(device);
  const refs: { readonly session: string; readonly target: string }[] = [];
  for (const [kind, contact] of people) {
    const { fact } = await done(device.act.takeSignUp(session, { ...asked, for: kind, contact: { ...wideline, ...contact } }));
    refs.push({ session, target: fact?.id ?? '' });
  }
  await done(device.seal.unlock({ passphrase }));
  return { device, session, refs };
}

function show(device: Device, at = '/follow-up/file', spoken?: Text) {
  return shown(
    device,
    <Router>
      <Route path="/follow-up/:part?" component={FollowUpScreen} />
      <Route default component={FollowUpScreen} />
    </Router>,
    at,
    spoken,
  );
}

const states = async (device: Device) => (await allSignUps(device.store)).map(({ followUp }) => followUp.state).toReversed();
const followed = async (device: Device) => (await device.store.facts.toArray()).filter(({ kind }) => kind === 'sign-up.followed').length;
const group = (title: string) => page.getByRole('region', { name: title });
const button = (name: string) => page.getByRole('button', { name });
const choose = (name: RegExp) => userEvent.click(page.getByRole('radio', { name }));

test('for Koha: seen, saved, imported elsewhere, and only then marked, by keyboard', async () => {
  const files = handedOut();
  const { device } = await aDesk(['card', {}], ['card', { ...ana, cardNumber: '' }]);
  show(device, '/follow-up');
  await userEvent.click(page.getByRole('link', { name: file.title }));
  const people = group(file.inFile(2));
  await expect.element(people.getByRole('link', { name: /^Jean-Baptiste, Wideline/ })).toBeVisible();
  await expect.element(people.getByRole('link', { name: new RegExp(`^Pierre, Ana.*${file.doubts['no-card']}`) })).toBeVisible();
  await expect.element(page.getByText(file.clearText)).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(file.branch), 'NMIAMI');
  await userEvent.fill(page.getByLabelText(file.category), 'JUV');
  await userEvent.click(button(file.save(2)));
  await expect.element(page.getByText(file.saved(2))).toBeVisible();
  expect(files.map(({ name }) => name)).toEqual(['sign-ups-2026-11-02-koha.csv']);
  expect(await contentOf(files[0])).toBe(
    [
      kohaHeader,
      '21234000000018,Jean-Baptiste,Wideline,2015-03-14,12 Maple Court,North Miami,FL,33161,,(305) 555-0142,NMIAMI,JUV,2026-11-02,Núñez,Marie,mother,,ht',
      ',Pierre,Ana,2015-03-14,,,,,,(305) 555-0142,NMIAMI,JUV,2026-11-02,,,,,ht',
      '',
    ].join('\n'),
  );
  expect(await states(device)).toEqual(['new', 'new']);
  await expect.element(page.getByText(file.lastText)).toBeVisible();
  await expectAccessible();

  button(file.mark(2)).element().focus();
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(page.getByText(file.marked(2))).toBeVisible();
  await expect.element(page.getByRole('heading', { name: file.last })).toHaveFocus();
  await expect.element(page.getByText(words.saved(2, words.states.entered))).toBeVisible();
  await expect.element(page.getByText(file.nothingText)).toBeVisible();
  await expect.element(button(file.mark(2))).not.toBeInTheDocument();
  expect(await states(device)).toEqual(['entered', 'entered']);
  expect(await followed(device)).toBe(2);
  await expectAccessible();
  // No name has been written anywhere but into the file.
  expect(JSON.stringify([await device.store.facts.toArray(), await device.store.meta.toArray()])).not.toMatch(/Wideline|Pierre|212340000/);

  await userEvent.click(button(words.undo));
  await expect.element(button(file.mark(2))).toBeVisible();
  expect(await states(device)).toEqual(['new', 'new']);
});

test('codes that Koha would cut are said beside the field, and those of the last file are there for the next', async () => {
  const files = handedOut();
  const { device } = await aDesk(['card', {}]);
  show(device);
  await userEvent.fill(page.getByLabelText(file.branch), 'NORTH-MIAMI');
  await userEvent.click(button(file.save(1)));
  await expect.element(page.getByRole('link', { name: file.codeLong })).toBeVisible();
  await expectAccessible();
  expect(files).toEqual([]);
  await userEvent.fill(page.getByLabelText(file.branch), 'NORTHMIAMI');
  await userEvent.click(button(file.save(1)));
  await expect.element(page.getByText(file.saved(1))).toBeVisible();
  expect(await contentOf(files[0])).toContain(',NORTHMIAMI,,2026-11-02,');
  show(device);
  await expect.element(page.getByLabelText(file.branch).last()).toHaveValue('NORTHMIAMI');
});

test('for Evergreen: whom its loader would drop in silence is named, and the command says how to read accents', async () => {
  const files = handedOut();
  const { device } = await aDesk(['card', {}], ['card', { ...ana, birthDate: null }], ['card', { name: 'Zoe Joseph', cardNumber: '' }]);
  show(device);
  await choose(/Evergreen/);
  const left = group(file.leftOut(2));
  await expect.element(left.getByRole('link', { name: new RegExp(`Ana Pierre.*${file.reasons['no-birth-date']}`) })).toBeVisible();
  await expect.element(left.getByRole('link', { name: new RegExp(`Zoe Joseph.*${file.reasons['no-card']}`) })).toBeVisible();
  await expect.element(page.getByText(file.accents)).toBeVisible();
  await userEvent.fill(page.getByLabelText(file.homeLibrary), 'BR1');
  const command = 'perl -CSD patron_loader.pl --file sign-ups-2026-11-02-evergreen.csv --org_unit BR1 --date_format "YYYY-MM-DD"';
  await expect.element(page.getByText(command)).toBeVisible();
  await expectAccessible();
  await userEvent.fill(page.getByLabelText(file.homeLibrary), 'BR1; rm');
  await expect.element(page.getByText(command.replace('BR1', 'SHORTNAME'))).toBeVisible();
  await userEvent.fill(page.getByLabelText(file.homeLibrary), 'BR1');
  await userEvent.click(button(file.save(1)));
  await expect.element(page.getByText(file.saved(1))).toBeVisible();
  expect((await contentOf(files[0])).split('\n').slice(0, 2)).toEqual([
    'cardnumber,usrname,passwd,profile,home_library,family_name,first_given_name,dob,email,day_phone,guardian,add1_street1,add1_city,add1_state,add1_post_code',
    '21234000000018,21234000000018,,,BR1,Jean-Baptiste,Wideline,2015-03-14,,(305) 555-0142,"Marie Núñez, mother",12 Maple Court,North Miami,FL,33161',
  ]);
});

test('a table for people has all details under translated headers, and nothing a spreadsheet would run', async () => {
  const files = handedOut();
  const { device } = await aDesk(['card', {}], ['volunteering', { ...ana, note: '=HYPERLINK("http://example.org")' }]);
  show(device);
  await userEvent.selectOptions(page.getByLabelText(file.kind), text.words.signUpKind.volunteering);
  await expect.element(group(file.inFile(1)).getByRole('link', { name: /^Ana Pierre/ })).toBeVisible();
  await expect.element(page.getByRole('radio', { name: /Koha/ })).not.toBeInTheDocument();
  await userEvent.click(button(file.save(1)));
  await expect.element(page.getByText(file.saved(1))).toBeVisible();
  expect(files.map(({ name }) => name)).toEqual(['sign-ups-2026-11-02.csv']);
  const [header = '', row = ''] = (await contentOf(files[0])).split('\r\n');
  expect(header.startsWith(`\ufeff${words.day},${words.takenIn},`)).toBe(true);
  expect(header).toContain(`,${words.firstName},${words.lastName},${text.signUps.one.birthDate},`);
  expect(row).toContain('Ana Pierre');
  expect(row).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  // The one for a card is another file.
  expect(row).not.toContain('Wideline');
});

test('who is settled, entered, taken back or made one with another is in no file; who needs information only when asked for', async () => {
  const names = ['Declined', 'Done', 'Entered', 'Voided', 'Merged', 'Kept', 'Unsure'];
  const { device, refs, session } = await aDesk(
    ...names.map((name, at) => ['card', { name: `Ana ${name}`, cardNumber: `2123400000${at}` }] as const),
  );
  const act = await device.act.followUp();
  const [declined, settled, entered, voided, merged, kept, unsure] = refs;
  if (!declined || !settled || !entered || !voided || !merged || !kept || !unsure) throw new Error('seven were made');
  await done(act.followSignUps([declined], 'declined'));
  await done(act.followSignUps([settled], 'done'));
  await done(act.followSignUps([entered], 'entered'));
  await done(act.followSignUps([unsure], 'needs_information'));
  await done(device.act.voidFact(session, voided.target));
  await done(act.mergeSignUps({ kept, gone: [merged], contact: null }));
  show(device);
  await expect.element(group(file.inFile(1)).getByRole('link', { name: /^Kept, Ana/ })).toBeVisible();
  await expect.element(group(file.leftOut(0))).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('checkbox', { name: new RegExp(file.withAsked(1)) }));
  await expect.element(group(file.inFile(2)).getByRole('link', { name: /^Unsure, Ana/ })).toBeVisible();
  await expectAccessible();
});

test('with only those that need information the way to put them in is said, and not that none is left', async () => {
  const { device, refs } = await aDesk(['card', {}]);
  await done((await device.act.followUp()).followSignUps(refs, 'needs_information'));
  show(device);
  await expect.element(page.getByText(file.onlyAsked)).toBeVisible();
  await expect.element(page.getByText(file.nothingText)).not.toBeInTheDocument();
  await expectAccessible();
  await userEvent.click(page.getByRole('checkbox', { name: new RegExp(file.withAsked(1)) }));
  await expect.element(group(file.inFile(1)).getByRole('link', { name: /^Jean-Baptiste/ })).toBeVisible();
  await expect.element(page.getByText(file.onlyAsked)).not.toBeInTheDocument();
});

test('what no key opens is left out, and named as such', async () => {
  const { device } = await aDesk(['card', {}]);
  device.seal.lock();
  const newer = await done(device.act.makeSealingKey('another passphrase of ours', 'Bob'));
  await done(newer.rehearse({ passphrase: 'another passphrase of ours', recoveryKey: newer.recoveryKey }));
  await done(newer.confirm());
  await done(device.seal.unlock({ passphrase: 'another passphrase of ours' }));
  show(device);
  await expect.element(group(file.leftOut(1)).getByRole('link', { name: new RegExp(file.reasons.closed) })).toBeVisible();
  await expect.element(button(file.save(1))).not.toBeInTheDocument();
  await expectAccessible();
});

test('the desk locks while the file is imported: unlocked again, it is still known whom to mark', async () => {
  handedOut();
  const { device } = await aDesk(['card', {}]);
  show(device);
  await userEvent.click(button(file.save(1)));
  await expect.element(button(file.mark(1))).toBeVisible();
  device.seal.lock();
  await expect.element(page.getByText(file.locked)).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name: file.title })).toBeVisible();
  expect(document.documentElement.innerHTML).not.toMatch(/Wideline|Núñez/);
  await expectAccessible();
  await done(device.seal.unlock({ passphrase }));
  await userEvent.click(button(file.mark(1)));
  await expect.poll(() => states(device)).toEqual(['entered']);
});

test('a storage that fails while they are marked marks none; tried again, each is marked once', async () => {
  handedOut();
  const { device } = await aDesk(['card', {}], ['card', ana]);
  show(device);
  await userEvent.click(button(file.save(2)));
  await expect.element(button(file.mark(2))).toBeVisible();
  const mend = refuseToKeep('sign-up.followed');
  await userEvent.click(button(file.mark(2)));
  await expect.element(page.getByText(text.sessions.notSaved)).toBeVisible();
  await expectAccessible();
  mend();
  expect(await states(device)).toEqual(['new', 'new']);
  await userEvent.click(button(file.mark(2)));
  await expect.element(page.getByText(file.marked(2))).toBeVisible();
  expect(await states(device)).toEqual(['entered', 'entered']);
  expect(await followed(device)).toBe(2);
});

test('somebody settled elsewhere since the file was saved keeps that state', async () => {
  handedOut();
  const { device, refs } = await aDesk(['card', {}], ['card', ana]);
  show(device);
  await userEvent.click(button(file.save(2)));
  await expect.element(button(file.mark(2))).toBeVisible();
  await done((await device.act.followUp()).followSignUps(refs.slice(0, 1), 'declined'));
  await userEvent.click(button(file.mark(1)));
  await expect.poll(() => states(device)).toEqual(['declined', 'entered']);
});

test('many people show their first twenty; the focus goes on when the others come', async () => {
  const { device } = await aDesk(...Array.from({ length: 22 }, (_, at) => ['card', { name: `Ana Pierre${at}` }] as const));
  show(device);
  const people = group(file.inFile(22));
  await expect.element(people.getByRole('link', { name: /^Pierre0, Ana/ })).toBeVisible();
  expect(people.getByRole('link').elements()).toHaveLength(20);
  await userEvent.click(people.getByRole('button', { name: text.handOuts.bringBack.more(2) }));
  await expect.element(people.getByRole('link', { name: /^Pierre21, Ana/ })).toBeVisible();
  await expect.element(people.getByRole('heading', { name: file.inFile(22) })).toHaveFocus();
});

test.each([
  { name: 'longer', spoken: accented(text) },
  { name: 'from right to left', spoken: mirrored(text) },
])('$name, on a phone: all of it fits and is translated', async ({ spoken }) => {
  handedOut();
  const { device } = await aDesk(['card', {}], ['card', { ...ana, birthDate: null }]);
  document.documentElement.dir = spoken.direction;
  onTestFinished(() => document.documentElement.removeAttribute('dir'));
  await seenAt(360, 3_200); // so tall that what was just said at the bottom covers nothing
  show(device, '/follow-up/file', spoken);
  const wrong: string[] = [];
  const look = async () => {
    await drawn(document.body);
    wrong.push(...faults(document.body, spoken, ['Jean-Baptiste', 'Wideline', 'Ana Pierre', 'Pierre', 'Ana']));
    wrong.push(...(await accessibilityFaults()));
  };
  await expect.element(group(spoken.followUp.file.inFile(2))).toBeVisible();
  await look();
  await choose(new RegExp(spoken.loans.file.evergreen));
  await expect.element(group(spoken.followUp.file.leftOut(1))).toBeVisible();
  await userEvent.click(button(spoken.followUp.file.save(1)));
  await expect.element(button(spoken.followUp.file.mark(1))).toBeVisible();
  await look();
  expect(wrong).toEqual([]);
});
