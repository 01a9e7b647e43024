// Rows as a CSV file. For spreadsheets: UTF-8 with its mark (Excel needs it), CRLF, and no cell that a spreadsheet would run.
// For library systems: none of that, since the apostrophe before a formula would become part of somebody's name, and the mark of a column's.

import Papa from 'papaparse';

export type Cell = string | number | null;

export function csvText(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const table = Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { newline: '\r\n', escapeFormulae: runnable });
  return `\ufeff${table}\r\n`;
}

export function csvForSystems(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse({ fields: [...columns], data: rows.map((row) => [...row]) }, { newline: '\n' })}\n`;
}

/** OWASP, CSV injection: what a spreadsheet may take for a formula, behind blanks too. A minus sign of our own numbers is not text. */
const runnable = /^\s*[=+\-@\t\r\n|%]/;
