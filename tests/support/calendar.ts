// iCalendar texts for tests; the events are made up.

/** An event with these lines besides UID and DTSTAMP. */
export function anEvent(uid: string, ...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T120000Z', ...lines, 'END:VEVENT'].join('\r\n');
}

export function aCalendar(...parts: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//Test//EN', 'X-WR-CALNAME:Outreach', ...parts, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}
