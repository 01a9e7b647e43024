// A CSV file as rows that know their line. Reads what spreadsheets write: comma, semicolon or tab, quotes, any line ends.
// A header is meant whatever its case and blanks; surplus columns and empty lines do not matter; a limit is a refusal, never a cut.

import Papa from 'papaparse';
import { failed, ok, type Result } from '../problem.ts';
import { atOnce, type Steps, stretch } from '../steps.ts';

export interface CsvRow {
  /** The line of the file on which the row begins; the header is usually line 1. */
  readonly line: number;
  /** By header name in small letters without blanks; values without blanks around them. A missing column is not there. */
  readonly values: Readonly<Record<string, string>>;
  /** More fields than the header has: a stray comma, most often. */
  readonly surplus: boolean;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

export const mostCsvRows = 100_000;
export const longestCsvField = 10_000;
const longestCsv = 50_000_000;

export interface CsvOptions {
  readonly columns: readonly string[];
  readonly mostRows?: number;
}

/** In one piece, for tables of which nobody waits long. Problems: those of `csvInSteps`. */
export function readCsv(text: string, options: CsvOptions): Result<CsvTable> {
  return atOnce(csvInSteps(text, options));
}

/** Rows made, and letters read, from one step to the next. */
const rowsAStep = 500;
const lettersAStep = 50_000;

/** Problems: csv-unreadable (`reason` empty, not-text, too-large, too-many-rows, quotes, field-too-long; `line`), csv-columns-missing (`columns`). */
export function* csvInSteps(text: string, { columns: needed, mostRows = mostCsvRows }: CsvOptions): Steps<Result<CsvTable>> {
  if (text.length > longestCsv) return failed('csv-unreadable', { reason: 'too-large', most: longestCsv });
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (clean.includes('\0') || clean.startsWith('PK\u0003\u0004')) return failed('csv-unreadable', { reason: 'not-text' });
  const read = yield* stretch(linesInSteps(clean, mostRows), 0, 0.7);
  if (!read.ok) return read;
  const [header, ...lines] = read.value;
  if (header === undefined) return failed('csv-unreadable', { reason: 'empty' });
  const columns = header.fields.map((field) => field.toLowerCase().replace(/\s/g, ''));
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) return failed('csv-columns-missing', { columns: missing.join(', ') });
  const rows: CsvRow[] = [];
  for (const { line, fields } of lines) {
    // From the last column to the first, so that of two columns with one name the first counts.
    const named = columns.map((column, at) => [column, fields[at] ?? ''] as const).reverse();
    rows.push({ line, values: Object.fromEntries(named), surplus: fields.slice(columns.length).some((field) => field !== '') });
    if (rows.length % rowsAStep === 0) yield 0.7 + (0.3 * rows.length) / lines.length;
  }
  return ok({ columns, rows });
}

interface Line {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The text part by part. A row that reaches the end of a part may go on behind it: it is read again with the next. */
function* linesInSteps(text: string, mostRows: number): Steps<Result<readonly Line[]>> {
  const lines: Line[] = [];
  const delimiter = delimiterOf(text);
  let problem: Result<never> | null = null;
  let line = 1;
  for (let from = 0, length = lettersAStep; from < text.length; ) {
    const isLast = from + length >= text.length;
    const part = text.slice(from, from + length);
    let done = 0;
    Papa.parse<string[]>(part, {
      newline: '\n',
      delimiter,
      step({ data, errors, meta }, parser) {
        if (meta.cursor === part.length && !isLast) return;
        const fields = data.map((field) => field.trim());
        const unclosed = errors.some((error) => error.code === 'MissingQuotes');
        if (unclosed) problem = failed('csv-unreadable', { reason: 'quotes', line });
        else if (fields.some((field) => field.length > longestCsvField))
          problem = failed('csv-unreadable', { reason: 'field-too-long', line, most: longestCsvField });
        else if (fields.some((field) => field !== '')) lines.push({ line, fields });
        if (lines.length > mostRows + 1) problem = failed('csv-unreadable', { reason: 'too-many-rows', most: mostRows });
        if (problem !== null) parser.abort();
        for (; done < meta.cursor; done++) if (part.charCodeAt(done) === 10) line += 1;
      },
    });
    if (problem !== null) return problem;
    if (isLast) break;
    from += done;
    length = done === 0 ? 2 * length : lettersAStep;
    yield from / text.length;
  }
  return ok(lines);
}

/** What the first line that says something is separated by. Guessed from one line: prose in later fields is full of commas. */
function delimiterOf(text: string): string {
  const header = /^\s*(.*)/.exec(text)?.[1] ?? '';
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
