// The calendar we hand out as another program reads it: by the grammar of RFC 5545 and nothing of our own reader, which forgives.

import { expect, test } from 'vitest';
import { sessionCalendar } from '../../../src/domain/export/session-calendar.ts';
import { emptySession, type SessionFields, unknownSession } from '../../../src/domain/session.ts';

interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

/** Section 3.1: content lines end with CRLF, hold 75 octets at most, and go on where one begins with a blank. Folds may split a letter's octets. */
function contentLines(bytes: Uint8Array): readonly string[] {
  const octets = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  if (!octets.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = octets.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (line.length > 75) throw new Error(`${line.length} octets: ${line}`);
    if (/[\r\n]/.test(line)) throw new Error(`half a line end: ${line}`);
  }
  const unfolded = lines
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  return unfolded.map((line) => new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(line, (letter) => letter.charCodeAt(0))));
}

/** contentline = name *(";" param) ":" value; no control character but a tab (section 3.1). Only parameters without quotes occur here. */
function propertyOf(line: string): Property {
  const [, name = '', parameters = '', value = ''] = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^\p{Cc}";:,]+)*):([^\p{Cc}]*)$/u.exec(line) ?? [];
  if (name === '') throw new Error(`no content line: ${line}`);
  const pairs = parameters.split(';').slice(1);
  return { name, parameters: Object.fromEntries(pairs.map((pair) => pair.split('='))), value };
}

function calendarIn(bytes: Uint8Array): Component {
  const open: { name: string; properties: Property[]; components: Component[] }[] = [{ name: 'FILE', properties: [], components: [] }];
  for (const property of contentLines(bytes).map(propertyOf)) {
    const inner = open.at(-1);
    if (property.name === 'BEGIN') open.push({ name: property.value, properties: [], components: [] });
    else if (property.name === 'END') {
      const ended = open.pop();
      if (ended === undefined || ended.name !== property.value) throw new Error(`ends what is not open: ${property.value}`);
      open.at(-1)?.components.push(ended);
    } else inner?.properties.push(property);
  }
  const [calendar] = open[0]?.components ?? [];
  if (open.length !== 1 || calendar?.name !== 'VCALENDAR') throw new Error('one calendar, and it is closed');
  return calendar;
}

/** TEXT = *(TSAFE-CHAR / ":" / DQUOTE / ESCAPED-CHAR) (section 3.3.11): a bare comma, semicolon or backslash is none. */
function textOf(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,Nn])*$/.test(value)) throw new Error(`no TEXT: ${value}`);
  return value.replace(/\\([\\;,Nn])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
}

const oneOf = ({ properties }: Component, name: string) => {
  const found = properties.filter((one) => one.name === name);
  if (found.length > 1) throw new Error(`${name} is there ${found.length} times`);
  return found[0]?.value;
};

/** When it is, as an instant in UTC, or as a day. Sections 3.3.4 and 3.3.5. */
function whenOf({ properties }: Component, name: string): string | undefined {
  const found = properties.find((one) => one.name === name);
  if (found === undefined) return undefined;
  const { value, parameters } = found;
  const form = parameters['VALUE'] === 'DATE' ? /^(\d{4})(\d{2})(\d{2})$/ : /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
  const parts = form.exec(value);
  if (parts === null) throw new Error(`${name} is no ${parameters['VALUE'] ?? 'DATE-TIME'}: ${value}`);
  const [, year, month, day, ...time] = parts;
  return time.length === 0 ? `${year}-${month}-${day}` : new Date(`${year}-${month}-${day}T${time.join(':')}Z`).toISOString();
}

const aSession = (id: string, values: Partial<SessionFields>) => ({
  session: { ...emptySession(id), values: { ...unknownSession, date: '2026-11-10', ...values } },
  title: values.title ?? '',
  siteName: '',
  address: '',
});

test('an event is read with its words, its times in UTC on both sides of a clock change, and whether it takes place', () => {
  const long = `Storytime; songs, rhymes \\ and "fingerplays": ${'Èzili 📚 '.repeat(20)}\nat the bus`;
  const sessions = [
    { ...aSession('S1', { title: long, startsAt: '10:00', endsAt: '11:30' }), siteName: 'Oak Gardens', address: '12 Oak St, Miami' },
    aSession('S2', { title: 'Moon walk', date: '2026-07-01', startsAt: '10:00', place: 'Park; north gate', status: 'canceled' }),
    aSession('S3', { title: 'Book drop\u0007', date: '2026-12-31' }),
  ];
  const text = sessionCalendar({
    name: 'Palmetto, outreach',
    library: 'LIBRARY00001',
    zone: 'America/New_York',
    at: '2026-11-02T14:00:00.000Z',
    sessions,
  });
  const calendar = calendarIn(new TextEncoder().encode(text));
  expect([oneOf(calendar, 'VERSION'), oneOf(calendar, 'CALSCALE')]).toEqual(['2.0', 'GREGORIAN']);
  expect(oneOf(calendar, 'PRODID')).toMatch(/./);
  expect(textOf(oneOf(calendar, 'X-WR-CALNAME') ?? '')).toBe('Palmetto, outreach');
  const events = calendar.components.map((event) => ({
    is: event.name,
    stamped: whenOf(event, 'DTSTAMP'),
    from: whenOf(event, 'DTSTART'),
    to: whenOf(event, 'DTEND'),
    title: textOf(oneOf(event, 'SUMMARY') ?? ''),
    where: textOf(oneOf(event, 'LOCATION') ?? ''),
    status: oneOf(event, 'STATUS'),
  }));
  const stamped = '2026-11-02T14:00:00.000Z';
  expect(events).toEqual([
    {
      is: 'VEVENT',
      stamped,
      from: '2026-11-10T15:00:00.000Z',
      to: '2026-11-10T16:30:00.000Z',
      title: long,
      where: 'Oak Gardens, 12 Oak St, Miami',
      status: 'CONFIRMED',
    },
    {
      is: 'VEVENT',
      stamped,
      from: '2026-07-01T14:00:00.000Z',
      to: undefined,
      title: 'Moon walk',
      where: 'Park; north gate',
      status: 'CANCELLED',
    },
    { is: 'VEVENT', stamped, from: '2026-12-31', to: '2027-01-01', title: 'Book drop ', where: '', status: 'CONFIRMED' },
  ]);
  const names = calendar.components.map((event) => oneOf(event, 'UID'));
  expect(new Set(names).size).toBe(3);
});

test('no session at all is still a calendar', () => {
  const text = sessionCalendar({ name: '', library: 'L', zone: 'UTC', at: '2026-11-02T14:00:00.000Z', sessions: [] });
  expect(calendarIn(new TextEncoder().encode(text)).components).toEqual([]);
});
