// [I7] No space left under what is tapped and typed on screens: each says that it is not saved and keeps what was typed, nothing of it is in
// the store, and with space again the same tap saves it, once. That a save is whole whichever write is refused is app/full-storage.test.tsx.

import { beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { SiteAt } from '../../src/app/features/admin/sites/SiteAt.tsx';
import { CardNumbersScreen } from '../../src/app/features/cards/CardNumbersScreen.tsx';
import { FollowUpScreen } from '../../src/app/features/follow-up/FollowUpScreen.tsx';
import { LendDialog } from '../../src/app/features/hand-outs/LendDialog.tsx';
import { ImportCalendarScreen } from '../../src/app/features/import/ImportCalendarScreen.tsx';
import { ImportDone } from '../../src/app/features/import/ImportDone.tsx';
import { ImportStopsScreen } from '../../src/app/features/import/ImportStopsScreen.tsx';
import { ImportTitlesScreen } from '../../src/app/features/import/ImportTitlesScreen.tsx';
import { ProposalsScreen } from '../../src/app/features/import/ProposalsScreen.tsx';
import { TitlesDone } from '../../src/app/features/import/TitlesDone.tsx';
import { SurveyScreen } from '../../src/app/features/kiosk/SurveyScreen.tsx';
import { LoansScreen } from '../../src/app/features/loans/LoansScreen.tsx';
import { PartnerAt } from '../../src/app/features/partners/PartnerAt.tsx';
import { CopySession } from '../../src/app/features/sessions/CopySession.tsx';
import { NewSessionScreen } from '../../src/app/features/sessions/NewSessionScreen.tsx';
import { SeriesAt } from '../../src/app/features/sessions/SeriesAt.tsx';
import { SessionDetailsScreen } from '../../src/app/features/sessions/SessionDetailsScreen.tsx';
import { PaperSurvey } from '../../src/app/features/workshops/PaperSurvey.tsx';
import { GiveCard } from '../../src/app/records/GiveCard.tsx';
import { SessionAt } from '../../src/app/SessionAt.tsx';
import { enUS as text } from '../../src/app/text/en-US.ts';
import type { Device } from '../../src/device/device.ts';
import { calendarFeeds } from '../../src/device/store/calendar-feeds.ts';
import { identity } from '../../src/device/store/identity.ts';
import { keptImports } from '../../src/device/store/imports.ts';
import { session as readSession } from '../../src/device/store/sessions.ts';
import { aCalendar, anEvent } from '../support/calendar.ts';
import { aStop, timetable } from '../support/timetable.ts';
import { done } from './a-screen.tsx';
import { aDevice, aKeyToSealTo, anOpenSession, aPlannedSession, aSealingKey, passphrase, shown, today } from './app/a-field-day.tsx';
import { refuseWritesAfter, stored } from './app/a-full-disk.ts';

beforeEach(() => page.viewport(1180, 1_600));

const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name, exact: true }));
const type = (label: string, typed: string) => userEvent.fill(page.getByLabelText(label, { exact: true }), typed);
const holds = (label: string, typed: string) => expect.element(page.getByLabelText(label, { exact: true })).toHaveValue(typed);
const choose = (label: string, file: File) => userEvent.upload(page.getByLabelText(label, { exact: true }).last(), file);

const contact = {
  name: 'Ana',
  phone: '305 555 0142',
  email: '',
  address: '',
  birthDate: null,
  guardian: null,
  cardNumber: '',
  note: '',
};
const signUp = { for: 'card', program: null, language: 'ht', ageBand: '6-11', contact } as const;
const consent = { given: true, wording: text.signUps.consent.version, by: 'caregiver' } as const;
const stops = timetable(aStop({ frequency: 'FREQ=WEEKLY', end: '2026-11-12' }));
const threeWeeks = { today, weeks: 3, outlet: null } as const;
const titles = 'title\nTomás\nKrik? Krak!\n';
const calendar = aCalendar(anEvent('s', 'DTSTART:20261110T150000Z', 'SUMMARY:Story time'));
const hotspot = { count: 3, barcode: '', to: 'person', site: null, due: '2026-11-23', card: '' } as const;

async function aSignUp({ act }: Device, session: string): Promise<string> {
  return (await done(act.takeSignUp(session, { ...signUp, consent }))).fact?.id ?? '';
}

interface Tried {
  readonly device: Device;
  /** The tap that saves. */
  readonly save: () => Promise<unknown>;
  /** What was typed stands there. */
  readonly typed?: () => Promise<unknown>;
  /** Facts that it makes. */
  readonly facts: number;
  readonly says?: string;
}

async function saysSoAndSavesOnce({ device, save, typed, facts, says = text.sessions.notSaved }: Tried): Promise<void> {
  const [before, count] = [await stored(device), await device.store.facts.count()];
  const mend = refuseWritesAfter(0);
  await save();
  const problem: Locator = page.getByRole('alert').filter({ hasText: says }).first();
  await expect.element(problem.getByText(/storage-full/)).toBeVisible();
  await typed?.();
  expect(await stored(device)).toEqual(before);
  mend();
  await save();
  await expect.element(problem).not.toBeInTheDocument();
  await expect.poll(() => device.store.facts.count()).toBe(count + facts);
}

interface Form {
  readonly what: string;
  readonly open: () => Promise<Tried>;
}

const forms: readonly Form[] = [
  {
    what: 'starting a planned session',
    open: async () => {
      const device = await aDevice();
      shown(device, <SessionAt id={await aPlannedSession(device)} />);
      return { device, save: () => press(text.sessions.start), facts: 1 };
    },
  },
  {
    what: 'a new planned session',
    open: async () => {
      const device = await aDevice();
      shown(device, <NewSessionScreen />);
      const words = text.sessionSteps.fresh;
      await type(words.placeName, 'Night Market');
      await press(words.planInstead);
      await type(text.sessionSteps.details.date, '2026-11-05');
      const typed = () => holds(words.placeName, 'Night Market');
      return { device, save: () => press(words.plan), typed, facts: 1 };
    },
  },
  {
    what: 'a session moved to another day',
    open: async () => {
      const device = await aDevice();
      shown(device, <SessionDetailsScreen id={await aPlannedSession(device)} />);
      const words = text.sessionSteps.details;
      await type(words.date, '2026-11-05');
      return { device, save: () => press(words.save), typed: () => holds(words.date, '2026-11-05'), facts: 1 };
    },
  },
  {
    what: 'a copy of a session',
    open: async () => {
      const device = await aDevice();
      shown(device, <CopySession id={await aPlannedSession(device)} date={today} onClose={() => {}} onDone={() => {}} />);
      const words = text.schedule;
      await type(words.copyDay, '2026-11-12');
      return { device, save: () => press(words.copied), typed: () => holds(words.copyDay, '2026-11-12'), facts: 1 };
    },
  },
  {
    what: 'a series',
    open: async () => {
      const device = await aDevice();
      shown(device, <SeriesAt id="new" />);
      await type(text.sessionSteps.fresh.placeName, 'Maple Court');
      const typed = () => holds(text.sessionSteps.fresh.placeName, 'Maple Court');
      return { device, save: () => press(text.shell.save), typed, facts: 14 };
    },
  },
  {
    what: 'a site',
    open: async () => {
      const device = await aDevice();
      shown(device, <SiteAt id="new" />);
      await type(text.settings.site.name, 'Maple Court');
      return { device, save: () => press(text.shell.save), typed: () => holds(text.settings.site.name, 'Maple Court'), facts: 1 };
    },
  },
  {
    what: 'a partner',
    open: async () => {
      const device = await aDevice();
      shown(device, <PartnerAt id="new" />);
      await type(text.partners.name, 'Hurston Elementary');
      return { device, save: () => press(text.shell.save), typed: () => holds(text.partners.name, 'Hurston Elementary'), facts: 1 };
    },
  },
  {
    what: 'a range of cards',
    open: async () => {
      const device = await aDevice();
      shown(device, <CardNumbersScreen />);
      const words = text.cards.ranges;
      await press(words.add);
      await type(words.from, '00120');
      await type(words.to, '00129');
      return { device, save: () => press(words.save), typed: () => holds(words.to, '00129'), facts: 1, says: words.notSaved };
    },
  },
  {
    what: 'a card that is typed',
    open: async () => {
      const device = await aDevice();
      await aKeyToSealTo(device);
      const session = await anOpenSession(device);
      const target = await aSignUp(device, session);
      shown(device, <GiveCard session={session} target={target} contact={contact} from={target} linked={new Map()} />);
      const words = text.cards.give;
      await type(words.field, '21234000000013');
      return { device, save: () => press(words.link), typed: () => holds(words.field, '21234000000013'), facts: 1 };
    },
  },
  {
    what: 'the next card of the pile',
    open: async () => {
      const device = await aDevice();
      await aKeyToSealTo(device);
      const own = (await identity(device.store))?.device ?? null;
      await done(device.act.changeCardRange(null, { from: '00120', to: '00129', device: own }));
      const session = await anOpenSession(device);
      const target = await aSignUp(device, session);
      shown(device, <GiveCard session={session} target={target} contact={contact} from={target} linked={new Map()} />);
      return { device, save: () => press(text.cards.give.giveNext('00120')), facts: 2 };
    },
  },
  {
    what: 'lending to a card',
    open: async () => {
      const device = await aDevice();
      await aKeyToSealTo(device);
      const session = await readSession(device.store, await anOpenSession(device));
      if (session === undefined) throw new Error('it was just begun');
      const thing = { key: 'hotspot', resource: null, title: 'Hotspot', type: null, favorite: false, shows: false };
      const nobody = { recipient: null, onAnother: () => {}, onLent: () => {}, onClose: () => {} };
      shown(device, <LendDialog session={session} thing={thing} label="" asksLabel={false} count={1} today={today} {...nobody} />);
      const words = text.handOuts.lend;
      await type(words.cardNumber, '21234000000013');
      return { device, save: () => press(words.save), typed: () => holds(words.cardNumber, '21234000000013'), facts: 2 };
    },
  },
  {
    what: 'some of a loan that come back',
    open: async () => {
      const { device, session } = await aHotspotOut();
      shown(device, <SessionAt id={session} tab="resources" />);
      const words = text.handOuts;
      await userEvent.click(page.getByRole('radio', { name: words.wayChoice.returned }));
      await press(/Hotspot.*take one in/);
      await userEvent.click(page.getByRole('dialog').getByRole('button', { name: /Hotspot/ }));
      await type(words.form.count, '2');
      return { device, save: () => press(words.bringBack.save), typed: () => holds(words.form.count, '2'), facts: 2 };
    },
  },
  {
    what: 'a label that comes back',
    open: async () => {
      const { device, session } = await aHotspotOut('30234000517861');
      shown(device, <SessionAt id={session} tab="resources" />);
      const words = text.handOuts;
      await userEvent.click(page.getByRole('radio', { name: words.wayChoice.returned }));
      await press(words.other);
      const form = page.getByRole('dialog');
      const label = form.getByLabelText(new RegExp(words.form.barcode));
      await userEvent.fill(label, '30234000517861');
      const save = () => userEvent.click(form.getByRole('button', { name: words.form.save, exact: true }));
      return { device, save, typed: () => expect.element(label).toHaveValue('30234000517861'), facts: 2 };
    },
  },
  {
    what: 'what came back at the desk',
    open: async () => {
      const { device } = await aHotspotOut();
      shown(device, <LoansScreen />);
      const save = async () => {
        await press(text.loans.cameBackOf('Hotspot'));
        await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: text.loans.cameBack, exact: true }));
      };
      return { device, save, facts: 1 };
    },
  },
  {
    what: 'a paper slip of the exit survey',
    open: async () => {
      const device = await aDevice();
      await aKeyToSealTo(device);
      const session = await anOpenSession(device);
      const { ours, survey } = text.workshops;
      shown(device, <PaperSurvey session={session} wording={ours} onClose={() => {}} />);
      await type(ours.questions.liked, 'The dinosaurs');
      return { device, save: () => press(survey.save), typed: () => holds(ours.questions.liked, 'The dinosaurs'), facts: 1 };
    },
  },
  {
    what: 'a visitor’s answers at the kiosk',
    open: async () => {
      const device = await aDevice();
      await aKeyToSealTo(device);
      const session = await anOpenSession(device);
      const { ours, kiosk } = text.workshops;
      const wording = { ...ours, statements: {}, questions: { liked: ours.questions.liked } };
      const alone = { idleSeconds: 600, speech: undefined, onBrowserBack: { current: () => {} }, onEnd: () => {} };
      shown(device, <SurveyScreen session={session} wording={wording} {...alone} />);
      await type(kiosk.write, 'The dinosaurs');
      const says = text.kiosk.notSaved.title;
      return { device, save: () => press(kiosk.send), typed: () => holds(kiosk.write, 'The dinosaurs'), facts: 1, says };
    },
  },
  {
    what: 'a check-in',
    open: async () => {
      const device = await aDevice();
      await aKeyToSealTo(device);
      const session = await anOpenSession(device);
      await done(device.act.takeSignUp(session, { ...signUp, for: 'program', consent }));
      shown(device, <SessionAt id={session} tab="roster" />);
      return { device, save: () => press(text.roster.mark(text.roster.person(1))), facts: 1 };
    },
  },
  {
    what: 'what is still to ask of somebody',
    open: async () => {
      const device = await aDevice();
      await aSealingKey(device);
      const target = await aSignUp(device, await anOpenSession(device));
      await done(device.seal.unlock({ passphrase }));
      shown(device, <FollowUpScreen part={target} />);
      const words = text.followUp;
      await press(words.states.needs_information);
      await type(words.missing, 'Proof of address');
      return { device, save: () => press(words.saveMissing), typed: () => holds(words.missing, 'Proof of address'), facts: 2 };
    },
  },
  {
    what: 'an import of stops',
    open: async () => {
      const device = await aDevice();
      shown(device, <ImportStopsScreen />);
      const words = text.importing;
      await choose(words.choose, new File([stops], 'stops.csv', { type: 'text/csv' }));
      const save = () => press(words.confirm(1, 2));
      return {
        device,
        save,
        typed: () => expect.element(page.getByText(/stops\.csv/)).toBeVisible(),
        facts: 3,
        says: text.problems['storage-full'].happened,
      };
    },
  },
  {
    what: 'an import of titles',
    open: async () => {
      const device = await aDevice();
      shown(device, <ImportTitlesScreen />);
      await choose(text.titles.choose, new File([titles], 'titles.csv', { type: 'text/csv' }));
      return { device, save: () => press(text.titles.confirm(2)), facts: 2, says: text.problems['storage-full'].happened };
    },
  },
  {
    what: 'a proposal that is confirmed',
    open: async () => {
      const device = await aDevice();
      const looked = await done((await device.act.calendars()).importCalendar(calendar, { ...threeWeeks, makeSites: [] }));
      await done(looked.apply());
      shown(device, <ProposalsScreen />);
      const save = () => press(text.calendars.review.confirmOneOf('Story time'));
      return { device, save, facts: 1, says: text.problems['storage-full'].happened };
    },
  },
  {
    what: 'an import of stops, taken back',
    open: async () => {
      const device = await aDevice();
      const { plan, apply, undo } = await done(device.act.importStops(stops, threeWeeks));
      await done(apply());
      shown(device, <ImportDone plan={plan} words={text.importing} onAnother={() => {}} undo={undo} />);
      return { device, save: () => press(text.importing.undo), facts: 3, says: text.importing.stopped };
    },
  },
  {
    what: 'an import of titles, taken back',
    open: async () => {
      const device = await aDevice();
      const imported = await done(device.act.importTitles(new TextEncoder().encode(titles)));
      await done(imported.apply());
      shown(device, <TitlesDone imported={imported} />);
      return { device, save: () => press(text.importing.undo), facts: 2, says: text.importing.stopped };
    },
  },
  {
    what: 'an import of another day, taken back',
    open: async () => {
      const device = await aDevice();
      await done((await done(device.act.importTitles(new TextEncoder().encode(titles)))).apply('titles.csv'));
      shown(device, <ImportTitlesScreen />);
      const save = async () => {
        await press(text.importing.last.takeBackOf('titles.csv'));
        await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: text.importing.undo, exact: true }));
      };
      return { device, save, facts: 2, says: text.importing.stopped };
    },
  },
];

/** Three of them lent, or one that has this label. */
async function aHotspotOut(barcode = ''): Promise<{ readonly device: Device; readonly session: string }> {
  const device = await aDevice();
  const fields = { title: 'Hotspot', type: 'device', barcode: barcode === '' ? null : barcode, archived: false, favorite: true } as const;
  const { id: resource } = await done(device.act.changeResource(null, fields));
  const session = await anOpenSession(device);
  const given = { ...hotspot, resource, title: 'Hotspot', barcode, count: barcode === '' ? hotspot.count : 1 };
  await done(device.act.lend(session, { ...given, token: device.act.newToken() }));
  return { device, session };
}

test.each(forms)('with no space left, $what is said not to be saved, and is saved once when there is space', async ({ open }) => {
  await saysSoAndSavesOnce(await open());
});

test('a calendar whose sessions are saved and whose address found no space left says so, and remembers it with one tap', async () => {
  const device = await aDevice('coordinator', { '/api/calendar-feed': { text: calendar } });
  shown(device, <ImportCalendarScreen />);
  const words = text.calendars.feed;
  await type(words.address, 'https://events.example/ical');
  await press(words.fetch);
  const confirm = page.getByRole('button', { name: text.importing.confirmSessions(1) });
  await confirm.findElement();
  const mend = refuseWritesAfter(4); // the fact, its view, the note and what counts it
  await userEvent.click(confirm);
  await expect.element(page.getByRole('alert').filter({ hasText: words.notRemembered })).toBeVisible();
  await expect.element(page.getByText(words.remembered)).not.toBeInTheDocument();
  expect(await keptImports(device.store)).toHaveLength(1);
  mend();
  await press(text.shell.tryAgain);
  await expect.element(page.getByText(words.remembered)).toBeVisible();
  expect((await calendarFeeds(device.store)).map(({ values }) => values.address)).toEqual(['https://events.example/ical']);
});
