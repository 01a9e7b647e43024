// Importing a calendar and confirming what it proposes: looked at first, by keyboard as well, with no network; refusals in words.

import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportCalendarScreen } from '../../../src/app/features/import/ImportCalendarScreen.tsx';
import { UnknownZones } from '../../../src/app/features/import/UnknownZones.tsx';
import type { SaidZones } from '../../../src/domain/import/calendar-events.ts';
import { ProposalsScreen } from '../../../src/app/features/import/ProposalsScreen.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import type { Device } from '../../../src/device/device.ts';
import type { Watch } from '../../../src/device/in-turns.ts';
import { calendarFeeds } from '../../../src/device/store/calendar-feeds.ts';
import { sessionsBetween } from '../../../src/device/store/sessions.ts';
import { aCalendar, anEvent } from '../../support/calendar.ts';
import { anEnrolledDevice, aFramedScreen } from '../a-screen.tsx';
import { expectAccessible } from '../accessibility.ts';

const words = text.calendars;
const calendar = aCalendar(
  anEvent('s', 'DTSTART:20261110T150000Z', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Story time', 'DESCRIPTION:Ages 1-5', 'LOCATION:Oak Park'),
  anEvent('b', 'DTSTART:20261111T150000Z', 'SUMMARY:Board of Trustees meeting'),
  anEvent('x', 'DTSTART:soon'),
);
const all = async (device: Awaited<ReturnType<typeof anEnrolledDevice>>['device']) =>
  (await sessionsBetween(device.store, '2026-11-01', '2026-12-31')).map(({ values }) => [
    values.title,
    values.status,
    values.classification,
  ]);

test('a file is looked at, imported and taken back; the library’s server is not needed', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportCalendarScreen />);
  await expect.element(page.getByRole('heading', { name: words.feed.title })).toBeVisible();
  await expectAccessible();
  const input = page.getByLabelText(words.importing.choose, { exact: true }).last();
  await userEvent.upload(input, new File([calendar], 'events.ics', { type: 'text/calendar' }));
  await expect.element(page.getByRole('row', { name: `20 x ${words.reasons.date('DTSTART')}` })).toBeVisible();
  await expect.element(page.getByText(words.place('Oak Park', 3))).toBeVisible();
  expect(await all(device)).toEqual([]);
  await expectAccessible();
  await userEvent.click(page.getByText(words.place('Oak Park', 3)));
  await userEvent.click(page.getByRole('button', { name: text.importing.confirm(1, 4) }));
  await expect.element(page.getByRole('link', { name: words.look })).toBeVisible();
  expect((await all(device)).map(([title]) => title)).toEqual(['Story time', 'Board of Trustees meeting', 'Story time', 'Story time']);
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.importing.undo }));
  await expect.element(page.getByText(text.importing.undone)).toBeVisible();
  expect((await all(device)).map(([, status]) => status)).toEqual(Array(4).fill('canceled'));
});

test('of two looks under way the last one counts', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  aFramedScreen(device, <ImportCalendarScreen />);
  const input = page.getByLabelText(words.importing.choose, { exact: true }).last();
  await userEvent.upload(input, new File([calendar], 'events.ics', { type: 'text/calendar' }));
  await expect.element(page.getByRole('button', { name: text.importing.confirmSessions(4) })).toBeVisible();
  await userEvent.fill(page.getByLabelText(text.importing.weeks), ''); // what follows is typed key by key: a look at 1 week, then at 12
  await userEvent.type(page.getByLabelText(text.importing.weeks), '12');
  await userEvent.click(page.getByRole('button', { name: text.importing.confirmSessions(4) }));
  await expect.element(page.getByRole('link', { name: words.look })).toBeVisible();
  expect(await all(device)).toHaveLength(4);
});

test('an address is fetched by the server and remembered, and a refusal says why', async () => {
  const { device, answers, asked } = await anEnrolledDevice('coordinator', { '/api/calendar-feed': { text: calendar } });
  aFramedScreen(device, <ImportCalendarScreen />);
  await userEvent.click(page.getByRole('button', { name: words.feed.fetch }));
  await expect.element(page.getByText(words.feed.addressMissing)).toBeVisible();
  await userEvent.fill(page.getByLabelText(words.feed.address), 'https://events.example/ical?key=secret');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: text.importing.confirmSessions(4) }));
  await expect.element(page.getByText(words.feed.remembered)).toBeVisible();
  await expect
    .poll(async () => (await calendarFeeds(device.store)).map(({ values }) => values.address))
    .toEqual(['https://events.example/ical?key=secret']);

  await userEvent.click(page.getByRole('button', { name: words.importing.importAnother }));
  answers['/api/calendar-feed'] = { text: '<html>' };
  await userEvent.click(page.getByRole('button', { name: words.feed.again('Outreach') }));
  await expect.element(page.getByText(words.unreadable['no-calendar'])).toBeVisible();
  expect(asked.filter(({ path }) => path === '/api/calendar-feed').map(({ body }) => body)).toEqual(
    Array(2).fill({ address: 'https://events.example/ical?key=secret' }),
  );
  await expect.element(page.getByText('key=secret')).not.toBeInTheDocument();
  await expectAccessible();
  // A wrong calendar is no dead end.
  await userEvent.click(page.getByRole('button', { name: words.importing.importAnother }));
  await expect.element(page.getByText(words.unreadable['no-calendar'])).not.toBeInTheDocument();
  answers['/api/calendar-feed'] = { text: calendar };
  await userEvent.click(page.getByRole('button', { name: words.feed.again('Outreach') }));
  await expect.element(page.getByRole('heading', { name: words.importing.preview })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.importing.importAnother }));
  await expect.element(page.getByRole('button', { name: words.feed.again('Outreach') })).toBeVisible();
});

test('a time zone nobody knows is asked about; its events come in as it is answered, and the answer is remembered', async () => {
  const odd = aCalendar(anEvent('s', 'DTSTART;TZID=Our own time:20261110T100000', 'SUMMARY:Story time'));
  const { device } = await anEnrolledDevice('coordinator', { '/api/calendar-feed': { text: odd } });
  aFramedScreen(device, <ImportCalendarScreen />);
  await userEvent.fill(page.getByLabelText(words.feed.address), 'https://events.example/ical');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: words.zones.title(1) })).toBeVisible();
  const zone = page.getByLabelText(words.zones.zone('Our own time', 1));
  await expect.element(zone).toHaveValue('America/New_York');
  expect(page.getByRole('button', { name: text.importing.confirmSessions(1) }).query()).toBeNull();
  await expectAccessible();
  await userEvent.selectOptions(zone, 'America/Chicago');
  await userEvent.click(page.getByRole('button', { name: words.zones.read }));
  await expect.element(page.getByRole('heading', { name: words.zones.said(1) })).toBeVisible();
  await expect.element(page.getByText(words.zones.saidText)).toHaveAttribute('aria-live', 'polite');
  await expect.element(page.getByText(words.zones.text)).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: words.zones.readAgain })).toHaveFocus();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: text.importing.confirmSessions(1) }));
  await expect.element(page.getByText(words.feed.remembered)).toBeVisible();
  expect((await sessionsBetween(device.store, '2026-11-01', '2026-12-31')).map(({ values }) => values.startsAt)).toEqual(['11:00']);
  await expect
    .poll(async () => (await calendarFeeds(device.store)).map(({ zones }) => zones))
    .toEqual([{ 'Our own time': 'America/Chicago' }]);

  await userEvent.click(page.getByRole('button', { name: words.importing.importAnother }));
  await userEvent.click(page.getByRole('button', { name: words.feed.again('Outreach') }));
  await expect.element(zone).toHaveValue('America/Chicago');
  await expect.element(page.getByRole('heading', { name: words.zones.said(1) })).toBeVisible();
  await expect.element(page.getByText(words.importing.nothingNewText(1))).toBeVisible();
});

test('of many unknown time zones the others are shown when somebody asks', async () => {
  const zones = Array.from({ length: 23 }, (_, at) => ({ tzid: `Zone ${at}`, events: 1 }));
  const { device } = await anEnrolledDevice('coordinator');
  const said: SaidZones[] = [];
  aFramedScreen(device, <UnknownZones zones={zones} usual="America/New_York" said={{}} busy={false} onSay={(one) => said.push(one)} />);
  await expect.element(page.getByLabelText(words.zones.zone('Zone 19', 1))).toBeVisible();
  expect(page.getByLabelText(words.zones.zone('Zone 20', 1)).query()).toBeNull();
  await userEvent.click(page.getByRole('button', { name: words.zones.more(3) }));
  await expect.element(page.getByLabelText(words.zones.zone('Zone 22', 1))).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: words.zones.read }));
  expect(said.map((one) => Object.keys(one).length)).toEqual([23]);
});

/** The screen, and a way to leave it. */
function UntilLeft() {
  const [here, setHere] = useState(true);
  return here ? (
    <>
      <button type="button" style={{ minBlockSize: '48px', minInlineSize: '48px' }} onClick={() => setHere(false)}>
        Leave
      </button>
      <ImportCalendarScreen />
    </>
  ) : null;
}

test('a long calendar says how far it is read, and is read no further once the screen is left', async () => {
  const { device } = await anEnrolledDevice('coordinator');
  const actions = await device.act.calendars();
  const read = Promise.withResolvers<Watch>();
  const slow: Device = {
    ...device,
    act: {
      ...device.act,
      calendars: async () => ({
        ...actions,
        importCalendar: (_text, _options, watch = {}) => {
          watch.onProgress?.(0.42);
          read.resolve(watch);
          return new Promise(() => {});
        },
      }),
    },
  };
  aFramedScreen(slow, <UntilLeft />);
  await expect.element(page.getByRole('heading', { name: words.feed.title })).toBeVisible();
  const input = page.getByLabelText(words.importing.choose, { exact: true }).last();
  await userEvent.upload(input, new File([calendar], 'events.ics', { type: 'text/calendar' }));
  await expect.element(page.getByText(words.importing.reading, { exact: true })).toBeVisible();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await expect.element(page.getByText('42 %', { exact: true })).toBeVisible();
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: 'Leave' }));
  await expect.poll(async () => (await read.promise).signal?.aborted).toBe(true);
});

test('proposals are confirmed one by one and many at once, by keyboard, and undone', async () => {
  const { device } = await anEnrolledDevice('staff');
  const act = await device.act.calendars();
  const shown = await act.importCalendar(calendar, { today: '2026-11-02', weeks: 6, outlet: null, makeSites: [] });
  if (!shown.ok) throw new Error(shown.problem.code);
  await shown.value.apply();
  aFramedScreen(device, <ProposalsScreen />);
  await expect.element(page.getByText(words.review.found(2, 4))).toBeVisible();
  await expect.element(page.getByText(words.review.because.description('ages 1-5'))).toBeVisible();
  await expectAccessible();

  page
    .getByRole('button', { name: words.review.confirmOneOf('Board of Trustees meeting') })
    .element()
    .focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(words.review.confirmed(1))).toBeVisible();
  // The focus goes on with the work.
  await expect.element(page.getByRole('button', { name: words.review.confirmOneOf('Story time') })).toHaveFocus();
  await userEvent.click(page.getByRole('button', { name: words.review.undo }));
  await expect.element(page.getByText(words.review.found(2, 4))).toBeVisible();

  await userEvent.fill(page.getByLabelText(words.review.search), 'story');
  await userEvent.click(page.getByRole('button', { name: words.review.selectAll }));
  await userEvent.selectOptions(page.getByLabelText(words.review.fields.targetAge), '6-11');
  await expectAccessible();
  await userEvent.click(page.getByRole('button', { name: words.review.confirm(3) }));
  await expect.element(page.getByText(words.review.confirmed(3))).toBeVisible();
  await expect.poll(() => document.activeElement).not.toBe(document.body);
  const found = (await sessionsBetween(device.store, '2026-11-01', '2026-12-31')).filter(({ values }) => values.title === 'Story time');
  expect(found.map(({ values }) => [values.targetAge, values.topic, values.classification])).toEqual(
    Array(3).fill(['6-11', 'storytime', 'confirmed']),
  );

  expect(found.map(({ values }) => [values.template, values.checklist?.length, values.offers])).toEqual(
    Array(3).fill(['storytime', 9, ['card', 'reading_challenge']]),
  );

  await userEvent.click(page.getByRole('button', { name: words.review.showAll }));
  await userEvent.click(page.getByLabelText(words.review.select('Board of Trustees meeting')));
  await userEvent.click(page.getByRole('button', { name: words.review.drop(1) }));
  await expect.element(page.getByText(words.review.emptyTitle)).toBeVisible();
  await expectAccessible();
});
