// What kind of session an event of a calendar seems to be, with the words that say so. Only ever a proposal: one calendar mixes stops,
// tables at festivals, programs and board meetings (FIELD.md 3.3), and its categories can be plainly wrong. Staff confirm.

import type { Band } from '../attendance.ts';
import type { ActivityType, Format, Proposal, Guess, Topic } from '../proposal.ts';
import { type AgeMention, agesIn } from './ages.ts';
import { folded } from './folded.ts';

export interface EventWords {
  readonly title: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly location: string;
  /** The place is one of the library's own buildings. */
  readonly atLibrary: boolean;
}

interface Source {
  readonly by: Exclude<Guess<string>['by'], 'usual' | 'topic'>;
  readonly text: string;
}

export function propose(words: EventWords): Proposal {
  const sources: readonly Source[] = [
    { by: 'title', text: folded(words.title) },
    { by: 'category', text: folded(words.categories.join(', ')) },
    { by: 'location', text: folded(words.location) },
    { by: 'description', text: folded(words.description) },
  ];
  const topic = proposedTopic(sources);
  const activityType = proposedType(sources, topic);
  const originals = [words.title, words.categories.join(', '), words.location, words.description];
  const said = <Value extends string>(guess: Guess<Value>): Guess<Value> => ({ ...guess, words: asWritten(guess.words, originals) });
  return {
    activityType: said(activityType),
    topic: said(topic),
    format: said(proposedFormat(sources, activityType, words.atLibrary)),
    targetAge: said(proposedAge(sources, topic)),
  };
}

/** The words with their accents, as they stand in the event: a Spanish reader must not read "anos" for "años". */
function asWritten(words: string, originals: readonly string[]): string {
  const texts = originals.map((original) => {
    const lower = original.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
    return { lower, folded: folded(original) };
  });
  return words
    .split(', ')
    .map((part) => {
      // Where folding changed the length, places in the one are no places in the other.
      const found = texts.find((text) => text.folded.length === text.lower.length && text.folded.includes(part));
      const at = found?.folded.indexOf(part) ?? 0;
      return found === undefined ? part : found.lower.slice(at, at + part.length);
    })
    .join(', ');
}

type Rule<Value> = readonly [Value, RegExp];

/** English, Spanish, Haitian Creole. The first that fits counts. */
const topicRules: readonly Rule<Topic>[] = [
  [
    'storytime',
    /\b(?:story ?-?times?|story hours?|lap ?sit|read[- ]alouds?|rhyme ?times?|hora de(?:l)? cuentos?|cuentacuentos|cuentos para|le istwa|kont pou timoun|early (?:learning|literacy))\b/,
  ],
  ['book_club', /\b(?:book (?:clubs?|discussions?|groups?|chats?)|reading (?:clubs?|groups?)|clubs? de (?:lectura|libros)|klib lekti)\b/],
  [
    'author_visit',
    /\b(?:authors?|meet the (?:author|writer|illustrator)|book (?:signings?|launch|talk)|autora? invitad[oa]|visita de autora?|vizit ote)\b/,
  ],
  [
    'card_drive',
    /\b(?:(?:library )?card (?:sign[- ]?ups?|drives?|registration)|sign[- ]?up for (?:a )?library cards?|tarjetas? de (?:la )?biblioteca|kat bibliyotek)\b/,
  ],
  [
    'class_visit',
    /\b(?:class(?:room)? visits?|school visits?|field trips?|visitas? (?:escolar(?:es)?|a (?:una |la )?clase)|vizit (?:nan )?(?:lekol|klas))\b/,
  ],
  [
    'digital_literacy_workshop',
    /\b(?:computers?|coding|code club|technology|tech (?:help|class|basics|time)|internet|e-?mail|microsoft|excel|digital (?:skills|literacy)|ebooks?|smartphones?|ipads?|robot(?:s|ics)|3-?d print\w*|computacion|informatica|odinate)\b/,
  ],
  [
    'information_literacy_workshop',
    /\b(?:research (?:help|skills|basics)|databases?|fact[- ]check\w*|fake news|genealogy|information literacy|media literacy|genealogia|busqueda de informacion)\b/,
  ],
  [
    'literacy_workshop',
    /\b(?:esl|esol|english (?:class(?:es)?|conversation|language)|learn english|conversation (?:circle|group|club)|citizenship|writ(?:ing|ers?) (?:workshops?|groups?|clubs?)|poetry|literacy|alfabetizacion|clases? de ingles|ciudadania|kou angle|alfabetizasyon)\b/,
  ],
];

const typeRules: readonly Rule<ActivityType>[] = [
  [
    'bookmobile_stop',
    /\b(?:book ?mobiles?|mobile library|library (?:van|truck|bus) stop|library stops?|bibliobus(?:es)?|biblioteca movil|bibliyobis)\b/,
  ],
  [
    'self_directed',
    /\b(?:grab (?:&|and|n'?|'?n'?) go|take[- ](?:and|&)[- ]makes?|take[- ]homes?|to[- ]go kits?|craft kits?|scavenger hunts?|story ?walks?|self[- ](?:guided|directed)|passive|drop[- ]?off|display|exhibit(?:ion)?s?|para llevar|pou pote ale)\b/,
  ],
  [
    'one_on_one',
    /\b(?:one[- ]on[- ]one|1[- :]?(?:on|:)[- :]?1|by appointment|appointments?|tutor(?:ing|s)?|homework help|homebound|cita previa|con cita|tutoria|randevou)\b/,
  ],
  [
    'outreach_event',
    /\b(?:tabling|outreach table|booths?|tables? at|(?:health|job|book|resource|community|street|county|school|science) fairs?|festivals?|farmers'? markets?|parades?|block party|open house|back[- ]to[- ]school (?:night|bash|event)|blood (?:drive|bank|mobile)|book sales?|feria|mercado|desfile|fwa|mache|card (?:sign[- ]?ups?|drives?))\b/,
  ],
  [
    'program_session',
    /\b(?:programs?|workshops?|class(?:es)?|crafts?|steam|stem|lego|movies?|films?|games?|gaming|concerts?|music|performers?|performance|puppets?|magic(?:ian)?|bingo|yoga|clubs?|activit(?:y|ies)|art|arts|talleres?|clases?|pelicula|manualidades|atelye|kou|klas|fim|summer (?:library|reading) (?:program|challenge))\b/,
  ],
];

/** Not for the public, or no session at all: nothing that a survey counts. */
const notASession =
  /\b(?:(?:board|trustees?|commission|committee|staff|friends(?: of the library)?) (?:of \w+ )?(?:meetings?|retreat|training|day)|library (?:is )?closed|closed (?:for|on)|closure|closing early|holiday|room (?:reserved|booked)|cerrad[oa]|femen)\b/;

function proposedTopic(sources: readonly Source[]): Guess<Topic> {
  return firstOf(topicRules, sources) ?? { value: 'other', by: 'usual', words: '', sure: true };
}

function proposedType(sources: readonly Source[], topic: Guess<Topic>): Guess<ActivityType> {
  for (const { by, text } of sources.slice(0, 2)) {
    const [said] = notASession.exec(text) ?? [];
    if (said !== undefined) return { value: 'outreach_event', by, words: said, sure: false };
  }
  const found = firstOf(typeRules, sources);
  const named = topic.by === 'title' || topic.by === 'category';
  // A story time is a program wherever it is held; "at the bookmobile" in its description does not make it a stop.
  if (topic.value !== 'other' && topic.value !== 'card_drive' && (found === null || found.by === 'description' || named)) {
    const contrary = found !== null && found.value !== 'program_session' && found.by === 'title';
    if (!contrary) return { value: 'program_session', by: topic.by, words: topic.words, sure: topic.sure };
    if (found.value !== 'bookmobile_stop') return { ...found, sure: false };
    return { value: 'program_session', by: topic.by, words: topic.words, sure: false };
  }
  if (found !== null) return found;
  return { value: 'outreach_event', by: 'usual', words: '', sure: false };
}

const virtual =
  /\b(?:zoom|online|virtual(?:ly|mente)?|webinars?|facebook live|you ?tube|live ?stream(?:ed)?|google meet|microsoft teams|en linea|sou entenet)\b/;
const library = /\b(?:library|branch|meeting room|community room|story ?time room|biblioteca|sucursal|bibliyotek)\b/;

function proposedFormat(sources: readonly Source[], type: Guess<ActivityType>, atLibrary: boolean): Guess<Format> {
  for (const { by, text } of sources) {
    const [said] = virtual.exec(text) ?? [];
    if (said !== undefined) return { value: 'virtual_live', by, words: said, sure: by !== 'description' };
  }
  if (type.value === 'bookmobile_stop') return { value: 'in_person_offsite', by: type.by, words: type.words, sure: type.sure };
  const place = sources.find(({ by }) => by === 'location')?.text ?? '';
  const [said] = library.exec(place.replace(/little free library|mobile library/g, '')) ?? [];
  if (atLibrary || said !== undefined) return { value: 'in_person_onsite', by: 'location', words: said ?? place, sure: atLibrary };
  return { value: 'in_person_offsite', by: place === '' ? 'usual' : 'location', words: place, sure: place !== '' };
}

function proposedAge(sources: readonly Source[], topic: Guess<Topic>): Guess<Band> {
  const said = sources.flatMap(({ by, text }) => {
    const mention = agesIn(text);
    return mention === null || by === 'location' ? [] : [{ by, ...mention }];
  });
  const weight = ({ figures, sure, band }: AgeMention) => (figures ? 4 : 0) + (sure ? 2 : 0) + (band === 'general' ? 0 : 1);
  const [best, ...others] = said.toSorted((a, b) => weight(b) - weight(a));
  if (best === undefined) {
    return topic.value === 'storytime'
      ? { value: '0-5', by: 'topic', words: topic.words, sure: false }
      : { value: 'general', by: 'usual', words: '', sure: false };
  }
  const agreed = others.every(({ band, sure }) => band === best.band || !sure);
  return { value: best.band, by: best.by, words: best.words.slice(0, 80), sure: best.sure && agreed };
}

/** The title says most, then the categories; what is said in passing in a description is unsure. */
function firstOf<Value extends string>(rules: readonly Rule<Value>[], sources: readonly Source[]): Guess<Value> | null {
  for (const { by, text } of sources) {
    for (const [value, pattern] of rules) {
      const [said] = pattern.exec(text) ?? [];
      if (said !== undefined) return { value, by, words: said, sure: by === 'title' || by === 'category' };
    }
  }
  return null;
}
