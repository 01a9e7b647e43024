// A list of titles as a table. Columns are known by the names people give them, in English or Spanish, whatever their order; only a
// title is needed.

import { type Band, bands } from '../attendance.ts';
import type { ResourceTopic, ResourceType } from '../places.ts';
import { failed, ok, type Result } from '../problem.ts';
import { type Steps, stretch } from '../steps.ts';
import { csvInSteps } from './csv.ts';
import { type BadTitle, codesIn, publishedCodesIn, languageIn, plainWords, type Title, type TitleList } from './titles.ts';

const names = {
  title: ['title', 'titulo', 'name', 'nombre', '245a', 'tit'],
  creator: ['author', 'autor', 'autora', 'creator', 'creador', 'authors', 'autores', 'writer', 'ote'],
  isbn: ['isbn', 'isbn13', 'isbn10', 'isbns', '020a'],
  ean: ['ean', 'upc', 'gtin', 'eanupc', 'upcean'],
  barcode: ['barcode', 'barcodes', 'itembarcode', 'codigodebarras', 'barcodenumber', 'label', 'etiqueta', '952p', '852p'],
  type: ['type', 'tipo', 'material', 'materialtype', 'itemtype', 'format', 'formato', 'kind'],
  language: ['language', 'lang', 'idioma', 'lengua', 'lenguaje', 'lang'],
  topic: ['topic', 'tema', 'use'],
  ages: ['ages', 'age', 'edades', 'edad', 'agegroup', 'grupodeedad', 'audience'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Column = keyof typeof names;

const rowsAStep = 200;

/** Problems: as csvInSteps; csv-columns-missing when no column is called a title. */
export function* titleCsvInSteps(text: string): Steps<Result<TitleList>> {
  const table = yield* stretch(csvInSteps(text, { columns: [] }), 0, 0.5);
  if (!table.ok) return table;
  const columns = new Map<Column, string[]>();
  for (const column of table.value.columns) {
    const name = plainWords(column).replace(/ /g, '');
    for (const [known, spellings] of Object.entries(names)) {
      const wanted: readonly string[] = spellings;
      if (wanted.includes(name)) columns.set(known as Column, [...(columns.get(known as Column) ?? []), column]);
    }
  }
  if (!columns.has('title')) return failed('csv-columns-missing', { columns: 'title' });
  const titles: Title[] = [];
  const bad: BadTitle[] = [];
  for (const [at, { line, values, surplus }] of table.value.rows.entries()) {
    if (at % rowsAStep === 0) yield 0.5 + (0.5 * at) / table.value.rows.length;
    const cell = (column: Column) => (columns.get(column) ?? []).map((name) => values[name] ?? '').find((value) => value !== '') ?? '';
    const every = (column: Column) => (columns.get(column) ?? []).map((name) => values[name] ?? '').join(';');
    const title = cell('title');
    const reason = surplus ? 'columns' : title === '' ? 'no-title' : title.length > 200 || cell('creator').length > 300 ? 'too-long' : null;
    if (reason !== null) {
      bad.push({ line, reason });
      continue;
    }
    titles.push({
      title,
      creator: cell('creator'),
      type: typeIn(cell('type')),
      topic: topicIn(cell('topic')),
      language: languageIn(cell('language')),
      bands: bandsIn(cell('ages')),
      codes: [...new Set([...publishedCodesIn(every('isbn')), ...publishedCodesIn(every('ean'))])],
      barcodes: [...new Set(codesIn(every('barcode')))],
    });
  }
  return ok({ titles, bad });
}

const typeWords: readonly (readonly [RegExp, ResourceType])[] = [
  [/\bkits?\b|twous/, 'kit'],
  [/handout|flyer|bookmark|folleto|impreso|volante|papye/, 'handout'],
  [/device|tablet|laptop|hotspot|dispositivo|aparey/, 'device'],
  [/digital|ebook|e book|pdf|audio file|electron/, 'digital_resource'],
];

/** A list of titles is a list of books, unless it says something else. */
function typeIn(cell: string): ResourceType {
  const word = plainWords(cell);
  return typeWords.find(([pattern]) => pattern.test(word))?.[1] ?? 'book';
}

const topicWords: readonly (readonly [RegExp, ResourceTopic])[] = [
  [/information|informacion/, 'information_literacy'],
  [/digital|computer|computadora/, 'digital_literacy'],
  [/literacy|alfabetiza|escritura/, 'literacy'],
  [/reading|lectura|lekti/, 'reading'],
  [/community|comunidad|kominote/, 'community'],
];

function topicIn(cell: string): ResourceTopic | null {
  const word = plainWords(cell);
  return topicWords.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function bandsIn(cell: string): readonly Band[] {
  const said = cell.replace(/[–—]/g, '-').replace(/\s/g, '');
  return bands.filter((band) => said.split(/[,;|/]/).includes(band));
}
