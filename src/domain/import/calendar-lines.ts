// The content lines of an iCalendar text (RFC 5545 section 3.1): unfolded, with their parameters, and with the line of the file they
// begin on. Any text gives lines; what is no content line goes on the one before, because that is how broken exporters break theirs.

export interface CalendarLine {
  /** The line of the file, 1 and up. */
  readonly line: number;
  /** In capitals. */
  readonly name: string;
  /** By name in capitals; quotes taken off. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As written, escapes and all. */
  readonly value: string;
}

/** Longer ones are cut: a picture carried along in a line is nobody's title. */
const longestLine = 100_000;

export function* calendarLines(text: string): Generator<CalendarLine> {
  let open: { readonly line: number; text: string } | null = null;
  let line = 0;
  for (const raw of rawLines(text.replace(/^\ufeff/, ''))) {
    line += 1;
    if (/^[ \t]/.test(raw) && open !== null) open.text = joined(open.text, raw.slice(1));
    else if (/^[A-Za-z0-9-]+[;:]/.test(raw)) {
      if (open !== null) yield contentLine(open.line, open.text);
      open = { line, text: raw };
    } else if (raw !== '' && open !== null) open.text = joined(open.text, `\\n${raw}`);
  }
  if (open !== null) yield contentLine(open.line, open.text);
}

/** One after the other: cutting some megabytes into lines at once would hold up the page. */
function* rawLines(text: string): Generator<string> {
  let from = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    yield text.slice(from, index);
    from = index + end.length;
  }
  yield text.slice(from);
}

function joined(before: string, more: string): string {
  return before.length + more.length > longestLine ? before : before + more;
}

function contentLine(line: number, text: string): CalendarLine {
  const colon = outsideQuotes(text, ':', 0);
  const head = colon < 0 ? text : text.slice(0, colon);
  const parameters = new Map<string, string>();
  const nameEnds = outsideQuotes(head, ';', 0);
  for (let at = nameEnds; at >= 0; ) {
    const next = outsideQuotes(head, ';', at + 1);
    const [name = '', ...rest] = head.slice(at + 1, next < 0 ? undefined : next).split('=');
    parameters.set(name.toUpperCase(), rest.join('=').replaceAll('"', ''));
    at = next;
  }
  const name = (nameEnds < 0 ? head : head.slice(0, nameEnds)).toUpperCase();
  return { line, name, parameters, value: colon < 0 ? '' : text.slice(colon + 1) };
}

function outsideQuotes(text: string, sought: string, from: number): number {
  if (!text.includes('"')) return text.indexOf(sought, from);
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === sought && !quoted) return at;
  }
  return -1;
}

/** The parts of a list (CATEGORIES, EXDATE), at commas that are not escaped; each as written. */
export function listParts(value: string): readonly string[] {
  return value
    .split(/(?<!\\),/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A TEXT value as a person reads it: escapes undone, control characters taken out, blanks put together. Never longer than `most`. */
export function plainText(value: string, most: number): string {
  const text = value
    .replace(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text.length <= most ? text : `${[...text.slice(0, most - 1)].filter((letter) => !/\p{Cs}/u.test(letter)).join('')}…`;
}

/** What the editors of event pages leave in a description. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39|#x27);/gi, (_, named: string) => entities[named.toLowerCase()] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'", '#x27': "'" };
