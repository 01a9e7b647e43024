// Writing iCalendar (RFC 5545) that every calendar takes: CRLF, lines folded at 75 octets without splitting a letter, text escaped.

/** One property; its value is written as it is: escape what is text. */
export type CalendarProperty = readonly [name: string, value: string];

export function calendarText(head: readonly CalendarProperty[], events: readonly (readonly CalendarProperty[])[]): string {
  const properties: readonly CalendarProperty[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Wayside//Wayside//EN'],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ...head,
    ...events.flatMap((event): readonly CalendarProperty[] => [['BEGIN', 'VEVENT'], ...event, ['END', 'VEVENT']]),
    ['END', 'VCALENDAR'],
  ];
  return properties.map(([name, value]) => `${foldedLine(`${name}:${value}`)}\r\n`).join('');
}

/** What the UIDs of a library's own sessions end with: by that an import knows that it need not import them. */
export function ownUid(library: string): string {
  return `@${library.toLowerCase()}.wayside.invalid`;
}

/** A TEXT value: RFC 5545 section 3.3.11; control characters, which it does not allow, become blanks. */
export function escapedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd');
}

const longestOctets = 75;

function foldedLine(line: string): string {
  const lines: string[] = [];
  let [part, octets] = ['', 0];
  for (const letter of line) {
    const more = octetsOf(letter);
    if (octets + more > longestOctets) {
      lines.push(part);
      // The blank that marks a line as gone on is one of its 75.
      [part, octets] = ['', 1];
    }
    part += letter;
    octets += more;
  }
  return [...lines, part].join('\r\n ');
}

/** In UTF-8. */
function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
