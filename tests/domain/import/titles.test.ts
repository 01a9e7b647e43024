// Lists of titles: what each row or record says, and that one that is broken spoils no other.

import { describe, expect, test } from 'vitest';
import { isMarc, isMarcXml, marcRecords, marcXmlRecords } from '../../../src/domain/import/marc.ts';
import { fromMarc8 } from '../../../src/domain/import/marc8.ts';
import { titleOfMarc } from '../../../src/domain/import/marc-titles.ts';
import { mostTitles, planTitlesInSteps } from '../../../src/domain/import/plan-titles.ts';
import { titleCsvInSteps } from '../../../src/domain/import/title-csv.ts';
import { sourceOfTitle, type Title, withoutRepeats } from '../../../src/domain/import/titles.ts';
import { atOnce, type Steps } from '../../../src/domain/steps.ts';
import { okOf, problemOf } from '../../device/a-device.ts';
import { type MadeField, marcBytes, marcXml } from '../../support/marc.ts';

const readTitleCsv = (text: string) => atOnce(titleCsvInSteps(text));
const planTitles = (...given: Parameters<typeof planTitlesInSteps>) => okOf(atOnce(planTitlesInSteps(...given)));

const about008 = `260101s2026    flu    j      000 1 ht  `.padEnd(35, ' ').slice(0, 35);

const fields: readonly MadeField[] = [
  { tag: '008', text: `${about008}hat d` },
  { tag: '020', text: '$a0306406152 (paperback)' },
  { tag: '024', indicators: '1 ', text: '$a036000291452' },
  { tag: '024', indicators: '7 ', text: '$a10.1000/182$2doi' },
  { tag: '100', indicators: '1 ', text: '$aDésir, Marie-Thérèse,$d1970-' },
  { tag: '245', indicators: '10', text: '$aTi Malis ak Bouki :$bkont pou timoun /$cMarie-Thérèse Désir.' },
  { tag: '852', text: '$p30234000517861$h398.2' },
  { tag: '952', text: '$p30234000517879$cFIC' },
];

const bouki: Title = {
  title: 'Ti Malis ak Bouki: kont pou timoun',
  creator: 'Désir, Marie-Thérèse',
  type: 'book',
  topic: null,
  language: 'ht',
  bands: ['0-5', '6-11'],
  codes: ['9780306406157', '036000291452'],
  barcodes: ['30234000517861', '30234000517879'],
};

describe('MARC 21', () => {
  test('a record in bytes and the same in XML say the same, with a prefix or without', () => {
    const bytes = marcBytes(fields);
    expect([isMarc(bytes), isMarcXml(new TextDecoder().decode(bytes))]).toEqual([true, false]);
    expect([...marcRecords(bytes)].map(titleOfMarc)).toEqual([bouki]);
    for (const prefix of ['', 'marc']) {
      const xml = marcXml([fields], prefix);
      expect(isMarcXml(xml)).toBe(true);
      expect([...marcXmlRecords(xml)].map(titleOfMarc)).toEqual([bouki]);
    }
  });

  test('a damaged record, or one without a title, is told by its place; those around it are read', () => {
    const good = marcBytes(fields);
    const cut = good.slice(0, 60);
    const noTitle = marcBytes(fields.filter(({ tag }) => tag !== '245'));
    const nonsense = new TextEncoder().encode('12345 not a record at all');
    const file = Uint8Array.from([...good, 10, ...cut, 0x1d, ...noTitle, ...nonsense, 0x1d, 13, 10, ...good]);
    const read = [...marcRecords(file)].map(titleOfMarc);
    expect(read).toEqual([bouki, 'unreadable', 'no-title', 'unreadable', bouki]);
    const xml = marcXml([fields, fields]).replace('</record>', '<broken');
    expect([...marcXmlRecords(xml)].map(titleOfMarc)).toContainEqual(bouki);
  });

  test('MARC-8 accents stand before their letter; a text that is UTF-8 is read so, whatever the leader says', () => {
    expect(fromMarc8(Uint8Array.from([0x44, 0xe2, 0x65, 0x73, 0x69, 0x72, 0x20, 0xf0, 0x63, 0xe4, 0x6e, 0xa5, 0xb1, 0xc7]))).toBe(
      'Désir çñÆłß',
    );
    // Another script begins with an escape and ends with one.
    expect(fromMarc8(Uint8Array.from([0x41, 0x1b, 0x28, 0x4e, 0x52, 0x53, 0x1b, 0x28, 0x42, 0x42]))).toBe('A\ufffdB');
    // Two letters, of which the second is an accent in Unicode, change places.
    const accents = new Map([
      ['\u0301', 0xe2],
      ['\u0300', 0xe1],
    ]);
    const marc8 = (text: string) =>
      [...text.normalize('NFD').replace(/(.)([\u0300\u0301])/g, '$2$1')].map((letter) => accents.get(letter) ?? letter.charCodeAt(0));
    expect([...marcRecords(marcBytes(fields, { encode: marc8, utf: ' ' }))].map(titleOfMarc)).toEqual([bouki]);
    expect([...marcRecords(marcBytes(fields, { utf: ' ' }))].map(titleOfMarc)).toEqual([bouki]);
  });

  test('several languages are several, kits are kits, a person’s initial keeps its point', () => {
    const made = (extra: readonly MadeField[], kind = 'a') =>
      [...marcRecords(marcBytes([{ tag: '245', text: '$aSong box /' }, ...extra], { kind }))].map(titleOfMarc)[0];
    expect(made([{ tag: '041', text: '$aengspa' }])).toMatchObject({ language: 'mul', title: 'Song box' });
    expect(made([{ tag: '655', text: '$aStorytime kits' }])).toMatchObject({ type: 'kit' });
    expect(made([{ tag: '100', text: '$aMora, Pat B.,' }])).toMatchObject({ creator: 'Mora, Pat B.' });
    expect(made([], 'r')).toMatchObject({ type: 'kit' });
  });
});

describe('CSV', () => {
  test('columns are known by their usual names, in English and Spanish, in any order', () => {
    const english = okOf(
      readTitleCsv('Author,Title,ISBN-13,Item Barcode,Type,Language\nMora,Tomás,978-0-306-40615-7,30234000517861,Book,Spanish\n'),
    );
    const spanish = okOf(
      readTitleCsv('Título;Autor;ISBN;Código de barras;Tipo;Idioma\nTomás;Mora;0306406152;30234000517861;libro;español\n'),
    );
    expect(english).toEqual(spanish);
    expect(english.titles).toEqual([
      expect.objectContaining({
        title: 'Tomás',
        creator: 'Mora',
        type: 'book',
        language: 'es',
        codes: ['9780306406157'],
        barcodes: ['30234000517861'],
      }),
    ]);
  });

  test('bad rows are told by line and reason; without a title column nothing can be read', () => {
    const list = okOf(readTitleCsv(`title,ages\nOne,"0-5, 6-11"\n,19+\n${'x'.repeat(201)},\nTwo,12-18,surplus\n`));
    expect(list.bad).toEqual([
      { line: 3, reason: 'no-title' },
      { line: 4, reason: 'too-long' },
      { line: 5, reason: 'columns' },
    ]);
    expect(list.titles.map(({ title, bands }) => [title, bands])).toEqual([['One', ['0-5', '6-11']]]);
    expect(problemOf(readTitleCsv('author,isbn\nMora,1\n')).code).toBe('csv-columns-missing');
  });

  test('a long list is read and planned in steps of a few hundred rows, which tell how far it is', () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => `Title ${at},${30234000000000 + at}`);
    const reading = stepsOf(titleCsvInSteps(`title,barcode\n${rows.join('\n')}\n`));
    const list = okOf(reading.found);
    expect(list.titles).toHaveLength(2_000);
    const planning = stepsOf(planTitlesInSteps(list, { bySource: () => undefined, byCode: () => undefined }, () => 'ID'));
    expect(okOf(planning.found).added).toHaveLength(2_000);
    for (const { told } of [reading, planning]) {
      expect(told.length).toBeGreaterThanOrEqual(10);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
    }
  });

  test('what people write where there is no ISBN makes no two titles one', () => {
    const rows = ['One,N/A', 'Two,N/A', 'Three,none', 'Four,none', 'Five,0000000000', 'Six,0000000000', 'Seven,-', 'Eight,-'];
    const list = okOf(readTitleCsv(`title,isbn\n${rows.join('\n')}\n`));
    expect(list.titles.flatMap(({ codes }) => codes)).toEqual([]);
    expect(atOnce(withoutRepeats(list.titles)).size).toBe(rows.length);
  });

  test('of one title with more copies than a resource has codes, as many labels as fit are kept', () => {
    const rows = Array.from({ length: 300 }, (_, at) => `Tomás,9780306406157,${30234000000000 + at}`);
    const { added } = planTitles(
      okOf(readTitleCsv(`title,isbn,barcode\n${rows.join('\n')}\n`)),
      { bySource: () => undefined, byCode: () => undefined },
      () => 'ID',
    );
    expect(added).toMatchObject([{ set: { barcode: '30234000000000', codes: { length: 100 } } }]);
  });
});

/** What steps tell on the way, and find. */
function stepsOf<Found>(steps: Steps<Found>): { readonly told: readonly number[]; readonly found: Found } {
  const told: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { told, found: step.value };
    told.push(step.value);
  }
}

describe('the plan', () => {
  const ids = () => {
    let next = 0;
    return () => `ID${++next}`;
  };
  const none = { bySource: () => undefined, byCode: () => undefined };

  test('two copies of one ISBN are one title with both labels', () => {
    const other = { ...bouki, barcodes: ['30234000599999'] };
    const merged = atOnce(withoutRepeats([bouki, other]));
    expect([...merged.values()]).toEqual([{ ...bouki, barcodes: [...bouki.barcodes, '30234000599999'] }]);
    expect(sourceOfTitle({ ...bouki, codes: [], barcodes: [] })).toBe('title/ti-malis-ak-bouki-kont-pou-timoun-desir-marie-therese');
  });

  test('a second import changes nothing; a later one brings up to date what staff did not touch', () => {
    const first = planTitles({ titles: [bouki], bad: [] }, none, ids());
    expect(first.added).toHaveLength(1);
    const stored = { id: 'ID1', values: first.added[0]?.set ?? {} };
    const known = (values: Record<string, unknown>) => ({ bySource: () => ({ id: 'ID1', values }), byCode: () => undefined });
    expect(planTitles({ titles: [bouki], bad: [] }, known(stored.values), ids())).toMatchObject({ added: [], changed: [], unchanged: 1 });
    const later = { ...bouki, title: 'Ti Malis ak Bouki', creator: 'Désir, M.' };
    const changed = planTitles({ titles: [later], bad: [] }, known({ ...stored.values, title: 'Bouki (torn cover)' }), ids()).changed;
    expect(changed).toEqual([{ id: 'ID1', set: expect.objectContaining({ creator: 'Désir, M.' }) }]);
    expect(changed[0]?.set).not.toHaveProperty('title');
  });

  test('more titles than a device has room for are refused before any is looked at', () => {
    const titles = Array<Title>(mostTitles + 1).fill(bouki);
    const planned = atOnce(planTitlesInSteps({ titles, bad: [] }, none, ids()));
    expect(problemOf(planned)).toMatchObject({ code: 'csv-unreadable', detail: { reason: 'too-many-rows', most: 100_000 } });
    expect(planTitles({ titles: titles.slice(1), bad: [] }, none, ids()).added).toHaveLength(1);
  });

  test('what staff put into the catalogue themselves is found by its code, and stays as it is', () => {
    const own = { id: 'OWN', values: { title: 'Bouki', barcode: '30234000517861', type: 'kit' } };
    const known = { bySource: () => undefined, byCode: (code: string) => (code === '30234000517861' ? own : undefined) };
    expect(planTitles({ titles: [bouki], bad: [] }, known, ids())).toMatchObject({ added: [], changed: [], unchanged: 1 });
  });
});
