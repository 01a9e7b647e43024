// What is typed, chosen or counted and not saved yet holds a new version back, in every kind of place: a dialog, a part of a page, a bar
// over a list, a step of setting up. What stands there unchanged does not, nor what has been taken back.

import type { ComponentChild } from 'preact';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LanguagesStep } from '../../src/app/features/admin/set-up/LanguagesStep.tsx';
import { OutletStep } from '../../src/app/features/admin/set-up/OutletStep.tsx';
import { BulkChange } from '../../src/app/features/import/BulkChange.tsx';
import { FeedPart } from '../../src/app/features/import/FeedPart.tsx';
import { ResourceScreen } from '../../src/app/features/resources/ResourceScreen.tsx';
import { CopySession } from '../../src/app/features/sessions/CopySession.tsx';
import { DeviceNameForm } from '../../src/app/features/settings/DeviceNameForm.tsx';
import { enUS as text } from '../../src/app/text/en-US.ts';
import type { Device } from '../../src/device/device.ts';
import { anEnrolledDevice, aScreen, done } from './a-screen.tsx';
import { aPlannedSession, today } from './app/a-field-day.tsx';

const nothing = (): void => undefined;
const oneBook = { title: 'Giveaway books', type: 'book', stock: { copies: 40, day: today } } as const;

interface Place {
  readonly name: string;
  readonly screen: (device: Device) => ComponentChild | Promise<ComponentChild>;
  readonly begin?: () => Promise<void>;
  readonly change: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
}

const field = (label: string) => page.getByLabelText(label, { exact: true });
const type = (label: string, value: string) => () => userEvent.fill(field(label), value);
const choose = (label: string, value: string) => () => userEvent.selectOptions(field(label), value);
const tap = (label: string) => () => userEvent.click(page.getByText(label, { exact: true }));

const places: readonly Place[] = [
  {
    name: 'a count of copies',
    screen: async (device) => <ResourceScreen id={(await done(device.act.changeResource(null, oneBook))).id} />,
    begin: () => userEvent.click(page.getByRole('button', { name: text.resources.stock.count })),
    change: type(text.resources.stock.number, '37'),
    takeBack: type(text.resources.stock.number, '40'),
  },
  {
    name: 'the day of a copied session',
    screen: async (device) => <CopySession id={await aPlannedSession(device)} date={today} onClose={nothing} onDone={nothing} />,
    change: type(text.schedule.copyDay, '2026-12-01'),
    takeBack: type(text.schedule.copyDay, '2026-11-09'),
  },
  {
    name: 'values for many proposals',
    screen: () => <BulkChange sessions={3} busy={false} onConfirm={nothing} onDrop={nothing} />,
    change: choose(text.calendars.review.fields.topic, text.words.topic.storytime),
    takeBack: choose(text.calendars.review.fields.topic, text.calendars.review.asProposed),
  },
  {
    name: "a calendar's address",
    screen: () => <FeedPart feeds={[]} zone="America/New_York" open onFetched={async () => undefined} />,
    change: type(text.calendars.feed.address, 'https://palmetto.example/all.ics'),
    takeBack: type(text.calendars.feed.address, ''),
  },
  {
    name: 'the name of a device',
    screen: () => <DeviceNameForm />,
    begin: () => expect.element(field(text.settings.device.name)).toHaveValue('Tablet 1'),
    change: type(text.settings.device.name, 'Front desk'),
    takeBack: type(text.settings.device.name, 'Tablet 1'),
  },
  {
    name: 'the languages of a new library',
    screen: () => <LanguagesStep />,
    change: tap(text.words.language.ht),
    takeBack: tap(text.words.language.ht),
  },
  {
    name: 'its first outlet',
    screen: () => <OutletStep />,
    change: type(text.access.setup.outletName, 'Bookmobile 1'),
    takeBack: type(text.access.setup.outletName, ''),
  },
];

for (const { name, screen, begin, change, takeBack } of places) {
  test(`${name}, not saved yet, holds a new version back`, async () => {
    const { device } = await anEnrolledDevice('staff');
    const { offline } = aScreen(device, await screen(device));
    await begin?.();
    await change();
    await expect.poll(() => offline.updatesHeld.value).toBe(true);
    await takeBack();
    await expect.poll(() => offline.updatesHeld.value).toBe(false);
  });
}
