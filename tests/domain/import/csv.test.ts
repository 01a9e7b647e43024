// CSV as spreadsheets write it, and bytes as they come: read, or refused with the reason and the line; never a throw, never a cut.

import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestCsvField, mostCsvRows, readCsv } from '../../../src/domain/import/csv.ts';
import { anyText } from '../../support/any-text.ts';
import { textOfCsv } from '../../../src/domain/import/csv-bytes.ts';

function rowsOf(text: string, columns: readonly string[] = []) {
  const read = readCsv(text, { columns });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value.rows;
}
const problemOf = (text: string, columns: readonly string[] = []) => {
  const read = readCsv(text, { columns });
  return read.ok ? null : read.problem;
};

describe('a CSV file', () => {
  test.each([
    ['commas', 'stop,day\nMaple Court,Monday\n'],
    ['semicolons', 'stop;day\nMaple Court;Monday'],
    ['tabs', 'stop\tday\nMaple Court\tMonday'],
    ['CRLF', 'stop,day\r\nMaple Court,Monday\r\n'],
    ['CR alone', 'stop,day\rMaple Court,Monday'],
    ['a byte order mark', '\ufeffstop,day\nMaple Court,Monday'],
    ['quotes', '"stop","day"\n"Maple Court","Monday"'],
    ['blanks and capitals', ' STOP , D ay \n  Maple Court ,Monday  '],
    ['empty lines after', 'stop,day\nMaple Court,Monday\n\n,\n  \n'],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text)).toEqual([{ line: 2, values: { stop: 'Maple Court', day: 'Monday' }, surplus: false }]);
  });

  test('keeps separators, quotes and line ends inside of quotes', () => {
    const [row] = rowsOf('stop,address\n"Gate 4, ""north""","12 NE\r\n125th St"');
    expect(row?.values).toEqual({ stop: 'Gate 4, "north"', address: '12 NE\n125th St' });
  });

  test('knows the line of each row, past empty lines and line ends in quotes', () => {
    const rows = rowsOf('\nstop,notes\r\nOne,"a\r\nb"\r\n\r\nTwo,\r\nThree,"x"');
    expect(rows.map(({ line, values }) => [line, values['stop']])).toEqual([
      [3, 'One'],
      [6, 'Two'],
      [7, 'Three'],
    ]);
  });

  test('is the same however long it is: no row is cut, lost or doubled where a part of it ends', () => {
    const cells = ['plain', '"two\nlines"', '"a, b; ""c"""', '5" disk', '', '"  wide  "', `"${'x'.repeat(997)}\n"`];
    const meant = ['plain', 'two\nlines', 'a, b; "c"', '5" disk', '', 'wide', 'x'.repeat(997)];
    const long = `${'y\n'.repeat(4_999)}y`; // seven of them are longer than any part
    const rows = Array.from({ length: 700 }, (_, at) =>
      [at, ...cells.map((_cell, more) => (at === 300 ? `"${long}"` : cells[(at + more) % 7]))].join(','),
    );
    const lines = rows.map((row) => row.split('\n').length);
    const lineOf = (at: number) => lines.slice(0, at).reduce((sum, more) => sum + more, 2);
    expect(rowsOf(`at,a,b,c,d,e,f,g\n${rows.join('\n')}\n`).map(({ line, values }) => [line, values['at'], values['g']])).toEqual(
      rows.map((_, at) => [lineOf(at), String(at), at === 300 ? long : meant[(at + 6) % 7]]),
    );
    const unclosed = [...rows.slice(0, 400), '400,"never closed', ...Array<string>(9_000).fill('and,so,on')];
    expect(problemOf(`at,a,b,c,d,e,f,g\n${unclosed.join('\n')}`)).toMatchObject({ detail: { reason: 'quotes', line: lineOf(400) } });
  });

  test('may have rows shorter and longer than its header', () => {
    expect(rowsOf('a,b\n1\n1,2,3\n1,2,,')).toEqual([
      { line: 2, values: { a: '1', b: '' }, surplus: false },
      { line: 3, values: { a: '1', b: '2' }, surplus: true },
      { line: 4, values: { a: '1', b: '2' }, surplus: false },
    ]);
  });

  test('of two columns with one name counts the first; odd names are names', () => {
    expect(rowsOf('a,a,__proto__,constructor\n1,2,3,4')[0]?.values).toEqual(
      Object.fromEntries([
        ['a', '1'],
        ['__proto__', '3'],
        ['constructor', '4'],
      ]),
    );
  });

  test('is refused when columns are missing, and names them', () => {
    expect(problemOf('stop,day\nx,y', ['stop', 'arrival', 'departure'])).toEqual({
      code: 'csv-columns-missing',
      detail: { columns: 'arrival, departure' },
    });
  });

  test.each([
    ['empty', ''],
    ['empty', ' \n\n,,\n'],
    ['not-text', 'PK\u0003\u0004rest of a spreadsheet'],
    ['not-text', 'a,b\n\0\0,1'],
  ])('is refused when it is %s', (reason, text) => {
    expect(problemOf(text)).toEqual({ code: 'csv-unreadable', detail: { reason } });
  });

  test('is refused with the line of a quote that never ends, or of an endless field', () => {
    expect(problemOf('a,b\n1,2\n3,"4\n5,6\n')).toEqual({ code: 'csv-unreadable', detail: { reason: 'quotes', line: 3 } });
    expect(problemOf(`a\n1\n${'x'.repeat(longestCsvField + 1)}`)).toMatchObject({ detail: { reason: 'field-too-long', line: 3 } });
  });

  test('may have as many rows as the limit, and is never cut at it', () => {
    const text = (rows: number) => `a,b\n${'1,"2"\n'.repeat(rows)}`;
    const rows = rowsOf(text(mostCsvRows));
    expect([rows.length, rows.at(-1)?.line]).toEqual([mostCsvRows, mostCsvRows + 1]);
    expect(problemOf(text(mostCsvRows + 1))).toEqual({ code: 'csv-unreadable', detail: { reason: 'too-many-rows', most: mostCsvRows } });
  });
});

describe('bytes', () => {
  const text = 'stop,name\nGate 4,Wideline D’Haïti Núñez € 小明 🚌';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ])('of %s become the text', (_, bytes) => {
    expect(textOfCsv(bytes)).toBe(text);
  });

  test('that are no UTF-8 are Windows-1252, as the language itself reads it', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(textOfCsv(all)).toBe(new TextDecoder('windows-1252').decode(all));
  });

  test('are read as TextDecoder reads them', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const utf8 = anyText(40).map((some) => new Uint8Array(Buffer.from(some.replace(/^[\ufeff\ufffe]/, ''))));
    const broken = fc.tuple(utf8, fc.nat(), fc.integer({ min: 0x80, max: 0xff })).map(([bytes, at, byte]) => {
      const changed = Uint8Array.from(bytes);
      if (changed.length > 0) changed[at % changed.length] = byte;
      return changed;
    });
    fc.assert(
      fc.property(fc.oneof(utf8, broken), (bytes) => {
        fc.pre(
          !(bytes[0] === 0xef && bytes[1] === 0xbb) &&
            !(bytes[0] === 0xff && bytes[1] === 0xfe) &&
            !(bytes[0] === 0xfe && bytes[1] === 0xff),
        );
        let expected: string;
        try {
          expected = strict.decode(bytes);
        } catch {
          expected = new TextDecoder('windows-1252').decode(bytes);
        }
        expect(textOfCsv(bytes)).toBe(expected);
      }),
    );
  });

  test('may be anything: they are read or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readCsv(textOfCsv(bytes), { columns: ['stop'] })));
    const pieces = fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', '""', ' ', '\ufeff', '=');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (some) => void readCsv(some.join(''), { columns: [] })));
  });
});
