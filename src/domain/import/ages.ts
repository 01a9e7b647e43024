// For which ages an event says it is: mentions such as "ages 1-5", "birth-12 months", "10 and up", "grades K-2", "todas las edades",
// found in a text, as a band of the survey (IMLS PLS). A mention that lies in more than one band is unsure, and says so.

import type { Band } from '../attendance.ts';

export interface AgeMention {
  readonly band: Band;
  /** The words of the text it was read from, folded. */
  readonly words: string;
  /** False when the ages lie in several bands, or when the words can be meant in another way. */
  readonly sure: boolean;
  /** Read from figures: worth more than a word such as "kids". */
  readonly figures: boolean;
}

/** Years, both included; months are parts of a year. */
interface Ages {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

const noEnd = 120;
const bandAges: Readonly<Record<Exclude<Band, 'general'>, readonly [number, number]>> = {
  '0-5': [0, 5],
  '6-11': [6, 11],
  '12-18': [12, 18],
  '19+': [19, noEnd],
};

const cue = `(?:for |para |pou )?(?:ages?|aged|edad(?:es)?(?: de)?|laj|kids|children|ninos(?: de)?|timoun)(?: of)?:? ?`;
const unit = String.raw`(?:-?(years?|yrs?|anos?|ane?|months?|mos?|meses|mes|mwa)\b(?:[- ]olds?)?)`;
const to = `(?: ?[-–—] ?| (?:to|through|thru|and|a|al|hasta|y|e|rive) )`;

/** `text` folded. In the order they are tried; what one has read is not read again. */
const figures: readonly {
  readonly pattern: RegExp;
  readonly ages: (found: readonly (string | undefined)[]) => readonly [number, number] | null;
}[] = [
  // birth-12 months, newborn to 2 years, nacimiento a 3 anos
  {
    pattern: new RegExp(String.raw`\b(?:${cue})?(?:birth|newborns?|nacimiento|recien nacidos?)${to}(\d{1,2}) ?${unit}?`, 'g'),
    ages: ([, end, said]) => [0, years(end, said)],
  },
  // ages 1-5, ages 18 months to 3 years, de 6 a 11 anos
  {
    pattern: new RegExp(String.raw`\b${cue}(\d{1,2}) ?${unit}?${to}(\d{1,2})(?![\d:]) ?${unit}?`, 'g'),
    ages: ([, start, first, end, last]) => [
      years(start, first ?? (last !== undefined && isMonths(last) ? last : undefined)),
      years(end, last),
    ],
  },
  {
    pattern: new RegExp(String.raw`\b(\d{1,2}) ?${unit}?${to}(\d{1,2}) ?${unit}`, 'g'),
    ages: ([, start, first, end, last]) => [years(start, first ?? last), years(end, last)],
  },
  // grades 3-5, grade K to 2, 6th-8th grade, grados 1 a 5: a grade is a year of age from 5 on
  {
    pattern: new RegExp(
      String.raw`\b(?:grades?|grados?|klas) (k|pre-?k|\d{1,2})(?:st|nd|rd|th)?(?:${to}(k|\d{1,2})(?:st|nd|rd|th)?)?`,
      'g',
    ),
    ages: ([, start, end]) => [gradeAge(start), gradeAge(end ?? start) + 1],
  },
  {
    pattern: new RegExp(String.raw`\b(k|\d{1,2})(?:st|nd|rd|th)?${to}(\d{1,2})(?:st|nd|rd|th)? (?:graders?|grades?)`, 'g'),
    ages: ([, start, end]) => [gradeAge(start), gradeAge(end) + 1],
  },
  // 10 and up, ages 12+, 18 and older, 10 anos en adelante, mayores de 18
  {
    pattern: new RegExp(
      String.raw`\b(?:${cue})?(\d{1,2})(?: ?${unit})?(?: ?\+|,? (?:&|and|or|y|o|ak) (?:up|over|older|above|mas|mayores)\b| en adelante| ou plis)`,
      'g',
    ),
    ages: ([, start, said]) => [years(start, said), noEnd],
  },
  { pattern: /\b(?:mayores de|a partir de|over|older than) (\d{1,2})\b/g, ages: ([, start]) => [Number(start), noEnd] },
  // under 5, up to 5, 5 and under, menores de 6, hasta 5 anos
  {
    pattern: new RegExp(String.raw`\b(?:${cue})?(?:under|up to|younger than|menores de|hasta(?: los)?) (\d{1,2})\b(?: ?${unit})?`, 'g'),
    ages: ([, end, said]) => [0, years(end, said)],
  },
  {
    pattern: new RegExp(String.raw`\b(?:${cue})?(\d{1,2})(?: ?${unit})? (?:&|and|or|y|o) (?:under|younger|below|menos|menores)\b`, 'g'),
    ages: ([, end, said]) => [0, years(end, said)],
  },
  // (4-11): bare figures are ages only where nothing makes them a time or a date
  {
    pattern: /(?<![\d:/.#$-])\b(\d{1,2}) ?[-–—] ?(\d{1,2})\b(?! ?(?:[ap]\.?m\b|[:/%.]\d|-\d|a\b|p\b|o'?clock|\$))/g,
    ages: ([, start, end]) => [Number(start), Number(end)],
  },
  {
    pattern: new RegExp(String.raw`\b${cue}(\d{1,2})\b(?![:/])(?: ?${unit})?`, 'g'),
    ages: ([, age, said]) => [years(age, said), years(age, said)],
  },
];

/** Words for ages. `sure` false where people use them loosely. */
const words: readonly { readonly pattern: RegExp; readonly band: Band; readonly sure: boolean }[] = [
  { pattern: /\b(?:all ages|any age|every age|todas? las? edad(?:es)?|toda edad|tout laj)\b/, band: 'general', sure: true },
  { pattern: /\b(?:intergenerational|intergeneracional|famil(?:y|ies)|familias?|toda la familia|fanmi)\b/, band: 'general', sure: true },
  {
    pattern: /\b(?:bab(?:y|ies)|infants?|lap ?sit|toddlers?|pre-?school(?:ers?)?|pre-?k|bebes?|tibebe|preescolar(?:es)?|early childhood)\b/,
    band: '0-5',
    sure: true,
  },
  {
    pattern:
      /\b(?:young adults?|ya|teens?|teen(?:age|ager)s?|adolescentes?|jovenes|adolesan|jenn|(?:middle|high|junior high) school(?:ers)?)\b/,
    band: '12-18',
    sure: true,
  },
  { pattern: /\b(?:school[- ]age[d]?|elementary|grade school|primaria|escolares)\b/, band: '6-11', sure: true },
  { pattern: /\btweens?\b/, band: '6-11', sure: false },
  { pattern: /\b(?:adults?|adultos?|seniors?|older adults?|personas mayores|granmoun)\b/, band: '19+', sure: true },
  { pattern: /\b(?:kids?|child(?:ren)?|ninos?|ninas?|timoun)\b/, band: '6-11', sure: false },
];

/** "Adults, families": grown-ups and children together, whatever figures stand beside it. */
const togetherWord = /\b(?:all ages|famil(?:y|ies)|familias?|todas? las? edad(?:es)?|fanmi|tout laj)\b/;

/** Grown-ups who come along are nobody's target. */
const alongWith =
  /\b(?:accompanied by|accompanying|with|con|ak|and their|y sus)(?: \w+){0,2} (?:adults?|adultos?|granmoun|famil(?:y|ies)|parents?|padres|caregivers?)\b/g;

/** What a text says of ages; null when it says nothing. `folded`: small letters, no accents. */
export function agesIn(folded: string): AgeMention | null {
  const text = folded.replace(alongWith, ' ');
  return fromFigures(text) ?? fromWords(text);
}

function fromFigures(text: string): AgeMention | null {
  const found: Ages[] = [];
  let rest = text;
  for (const { pattern, ages } of figures) {
    rest = rest.replace(pattern, (matched: string, ...groups: unknown[]) => {
      const range = ages([matched, ...groups.map((group) => (typeof group === 'string' ? group : undefined))]);
      if (range === null || range[0] > range[1] || range[0] > 99) return matched;
      found.push({ from: range[0], to: range[1], words: matched.trim() });
      return ' · ';
    });
  }
  if (found.length === 0) return null;
  const said = bandOf(found);
  const [together] = togetherWord.exec(rest) ?? [];
  if (together === undefined) return { ...said, figures: true };
  const many = said.band === '19+' || found.length > 1;
  return {
    band: many ? 'general' : said.band,
    sure: said.sure && said.band === 'general',
    words: `${said.words}, ${together}`,
    figures: true,
  };
}

/** The band most of these ages lie in. Grown-ups together with children are everybody; two bands of children are the larger part of them. */
function bandOf(mentions: readonly Ages[]): Pick<AgeMention, 'band' | 'sure' | 'words'> {
  const said = mentions.map((one) => one.words).join(', ');
  const share = (band: keyof typeof bandAges) =>
    mentions.reduce(
      (sum, { from, to: end }) => sum + Math.max(0, Math.min(Math.floor(end), bandAges[band][1]) - Math.max(from, bandAges[band][0]) + 1),
      0,
    );
  // "18 and older" is how forms say grown-ups.
  const grown = mentions.every(({ from, to: end }) => end === noEnd && from >= 18);
  if (grown) return { band: '19+', sure: true, words: said };
  const touched = (['0-5', '6-11', '12-18', '19+'] as const).filter((band) => share(band) > 0);
  const [first = 'general'] = touched;
  if (touched.length <= 1) return { band: first, sure: touched.length === 1, words: said };
  if (touched.includes('19+')) return { band: 'general', sure: touched.length === 4 && share('0-5') > 4, words: said };
  const largest = touched.reduce((best, band) => (share(band) > share(best) ? band : best));
  return { band: largest, sure: false, words: said };
}

function fromWords(text: string): AgeMention | null {
  const found = words.flatMap(({ pattern, band, sure }) => {
    const [matched] = pattern.exec(text) ?? [];
    return matched === undefined ? [] : [{ band, sure, words: matched }];
  });
  const [first] = found;
  if (first === undefined) return null;
  if (first.band === 'general') return { ...first, figures: false };
  const others = found.filter((one) => one.band !== first.band && one.sure);
  // "Young adults" are no adults, though the word is in it.
  const adults = others.filter((one) => one.band !== '19+' || !/young adult/.test(text));
  if (adults.length === 0) return { ...first, figures: false };
  const said = [first, ...adults].map((one) => one.words).join(', ');
  const together = adults.some((one) => one.band === '19+') || first.band === '19+';
  return { band: together ? 'general' : first.band, sure: false, words: said, figures: false };
}

function years(figure: string | undefined, said: string | undefined): number {
  return said !== undefined && isMonths(said) ? Number(figure) / 12 : Number(figure);
}

function isMonths(said: string): boolean {
  return /^m/.test(said);
}

function gradeAge(grade: string | undefined): number {
  if (grade === undefined || /^pre/.test(grade)) return 4;
  return grade === 'k' ? 5 : Number(grade) + 5;
}
