// A CSV file as rows that know their line. Reads what spreadsheets write: comma, semicolon or tab, quotes, any line ends.
// A header is meant whatever its case and blanks; surplus columns and empty lines do not matter; a limit is a refusal, never a cut.

import Papa from 'papaparse';
import { failed, ok, type Result } from '../problem.ts';

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

/** Problems: csv-unreadable (`reason` empty, not-text, too-large, too-many-rows, quotes, field-too-long; `line`), csv-columns-missing (`columns`). */
export function readCsv(text: string, options: { readonly columns: readonly string[]; readonly mostRows?: number }): Result<CsvTable> {
  const { columns: needed, mostRows = mostCsvRows } = options;
  if (text.length > longestCsv) return failed('csv-unreadable', { reason: 'too-large', most: longestCsv });
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (clean.includes('\0') || clean.startsWith('PK\u0003\u0004')) return failed('csv-unreadable', { reason: 'not-text' });
  const read = linesOf(clean, mostRows);
  if (!read.ok) return read;
  const [header, ...lines] = read.value;
  if (header === undefined) return failed('csv-unreadable', { reason: 'empty' });
  const columns = header.fields.map((field) => field.toLowerCase().replace(/\s/g, ''));
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) return failed('csv-columns-missing', { columns: missing.join(', ') });
  const rows = lines.map(({ line, fields }): CsvRow => {
    // From the last column to the first, so that of two columns with one name the first counts.
    const named = columns.map((column, at) => [column, fields[at] ?? ''] as const).reverse();
    return { line, values: Object.fromEntries(named), surplus: fields.slice(columns.length).some((field) => field !== '') };
  });
  return ok({ columns, rows });
}

interface Line {
  readonly line: number;
  readonly fields: readonly string[];
}

function linesOf(text: string, mostRows: number): Result<readonly Line[]> {
  const lines: Line[] = [];
  let problem: Result<never> | null = null;
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    newline: '\n',
    delimiter: delimiterOf(text),
    step({ data, errors, meta }, parser) {
      const fields = data.map((field) => field.trim());
      const unclosed = errors.some((error) => error.code === 'MissingQuotes');
      if (unclosed) problem = failed('csv-unreadable', { reason: 'quotes', line });
      else if (fields.some((field) => field.length > longestCsvField))
        problem = failed('csv-unreadable', { reason: 'field-too-long', line, most: longestCsvField });
      else if (fields.some((field) => field !== '')) lines.push({ line, fields });
      if (lines.length > mostRows + 1) problem = failed('csv-unreadable', { reason: 'too-many-rows', most: mostRows });
      if (problem !== null) parser.abort();
      for (; from < meta.cursor; from++) if (text.charCodeAt(from) === 10) line += 1;
    },
  });
  return problem ?? ok(lines);
}

/** What the first line that says something is separated by. Guessed from one line: prose in later fields is full of commas. */
function delimiterOf(text: string): string {
  const header = /^\s*(.*)/.exec(text)?.[1] ?? '';
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
