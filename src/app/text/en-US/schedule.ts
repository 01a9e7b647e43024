// What a person reads on the schedule: its views, who goes, conflicts, and series of sessions.

import type { Turn, Weekday } from '../../../domain/repeat.ts';
import { formatting } from './formatting.ts';

const { number } = formatting;
const weekday: Readonly<Record<Weekday, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const turn: Readonly<Record<`${Turn}`, string>> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '-1': 'last' };

export const schedule = {
  views: { label: 'Ways to see the sessions', list: 'List', day: 'Day', week: 'Week' },
  before: { day: 'Day before', week: 'Week before' },
  after: { day: 'Next day', week: 'Next week' },
  toToday: 'Today',
  nothing: 'Nothing planned',
  noOutlet: 'Without a vehicle or outlet',
  noTime: 'No time said',
  weekOf: (from: string, to: string): string => `${from} to ${to}`,

  conflict: {
    title: (count: number): string =>
      count === 1 ? 'Planned in two places at once' : `${number(count)} things planned in two places at once`,
    says: (thing: string, other: string): string => `${thing} is also at ${other}.`,
    dates: (met: number, all: number): string =>
      `${number(met)} of the next ${number(all)} dates ${met === 1 ? 'is' : 'are'} planned in two places at once`,
    moreDates: (count: number): string => (count === 1 ? 'And one date more.' : `And ${number(count)} dates more.`),
    saveAnyway: 'You can save all the same.',
    mark: 'Two places at once',
  },
  lastTime: (heads: number, day: string): string => `Last time: ${number(heads)} (${day})`,
  yearAgo: (heads: number, day: string): string => `A year ago: ${number(heads)} (${day})`,
  noLastTime: 'No earlier visits are known here.',
  timetableEnd: (day: string): string => `The last stop of your timetable: ${day}`,
  timetableEndText: 'Import the timetable again to plan the weeks after that day.',

  staff: 'Who goes',
  devices: 'Devices that go',
  goals: 'Agreed goals',
  goal: { literacy: 'Literacy', information_literacy: 'Information literacy', digital_literacy: 'Digital literacy' },
  brings: 'Who brings what',
  bringsWhat: 'What',
  bringsBy: 'Who brings it',
  bringsUs: 'The library',
  bringsAdd: 'Add a thing',
  bringsRemove: (what: string): string => `Take out ${what || 'this line'}`,

  copy: 'Copy to another day',
  copyTitle: 'Copy this session',
  copyText: 'Same place, times and people. Nothing that was counted goes with it.',
  copyDay: 'New day',
  copied: 'Copy it',
  reason: 'Reason',
  reasonHint: 'For whoever reads the schedule, such as “School is closed”. No names.',
  canceledFor: (reason: string): string => `Canceled: ${reason}`,
  dropped: 'Taken off the schedule: its series no longer has this day.',
  putBack: 'Put back on the schedule',

  which: 'What do these changes hold for?',
  onlyThis: 'Only this session',
  following: 'This one and all that follow',
  followingHint: 'Sessions that somebody changed by hand keep those changes.',
  farMove: 'To move all that follow, choose a day at most six days away. Or change only this session.',
  farDay: (day: string): string => `This is far ahead: all devices have the session from ${day} on.`,
  partOf: 'Part of a series',

  series: {
    title: 'Recurring sessions',
    text: 'Each plans its sessions for the next three months, and goes on by itself.',
    add: 'Add a recurring session',
    newTitle: 'New recurring session',
    empty: 'No recurring sessions yet',
    emptyText: 'For a stop every other Tuesday, or a book club on the first Monday of each month.',
    notFound: 'This series is not on this device',
    every: 'How often',
    choices: {
      weekly: 'Every week',
      biweekly: 'Every other week',
      weeks: 'Every so many weeks',
      monthly: 'Every month, on a weekday',
      other: 'Another rule',
    },
    weeks: 'How many weeks',
    weeksHint: 'From one time to the next: 4 for every four weeks.',
    weeksWrong: 'Enter a number of weeks from 2 to 52.',
    days: 'On',
    daysMissing: 'Choose at least one day of the week.',
    turn: 'Which one',
    day: 'Day of the week',
    start: 'From',
    startHint: 'Changes hold from this day on. Earlier sessions stay as they are.',
    until: 'Last day',
    untilHint: 'Leave it empty while it has no end.',
    except: 'Not on these days',
    exceptDay: 'Day without it',
    exceptUntil: 'Up to and including',
    exceptUntilHint: 'For school holidays. Leave it empty for one day.',
    exceptAdd: 'Add this day',
    exceptAddMany: 'Add these days',
    exceptRange: (from: string, to: string): string => `${from} to ${to}`,
    exceptRemove: (day: string): string => `Have it again on ${day}`,
    exceptRemoveMany: (from: string, to: string): string => `Have it again from ${from} to ${to}`,
    exceptFirstMissing: 'Enter the first day as well.',
    exceptLong: 'Enter at most a year at once.',
    exceptMany: (most: number): string => `A series leaves out at most ${number(most)} days. Take some off the list.`,
    untilBeforeStart: 'The last day is before the first. Change one of them.',
    noDays: 'No day fits within a year. Check the days and the last day.',
    ended: (day: string): string => `Until ${day}`,
    otherRule: (rule: string): string => `Its rule is “${rule}”. It stays as it is.`,
    weekday,
    turns: turn,
    weekly: (every: number, days: string): string =>
      `${every === 1 ? 'Every week' : every === 2 ? 'Every other week' : `Every ${every} weeks`} on ${days}`,
    monthly: (every: number, which: string, day: string): string =>
      `${every === 1 ? 'Every month' : `Every ${every} months`}, on the ${which} ${day}`,
  },
} as const;
