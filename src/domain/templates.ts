// The ten kinds of session that Wayside brings along, as a table; their names and the words of their checklists are in app/text. A library
// changes one by a record of the same id, or adds its own. Choosing one fills what nobody has said, and nothing else.

import type { ChecklistItem, Phase } from './checklist.ts';
import type { resourceTypes } from './places.ts';
import { type EditableRecord, valuesOf } from './record.ts';
import { type SessionFields, unknownSession } from './session.ts';
import type { SignUpKind } from './sign-up.ts';
import { type TemplateFields, templateFields } from './template.ts';

/** The words of these are Wayside's, in every language. */
export const ownItems = {
  charge: 'before',
  'confirm-host': 'before',
  'check-route': 'before',
  'pack-books': 'before',
  'pack-handouts': 'before',
  'pack-cards': 'before',
  'pack-supplies': 'before',
  'read-book': 'before',
  'copies-out': 'before',
  'agree-author': 'before',
  'prepare-class': 'before',
  'prepare-examples': 'before',
  'test-equipment': 'before',
  seats: 'before',
  welcome: 'during',
  count: 'during',
  'offer-cards': 'during',
  'show-resources': 'during',
  'everyone-tries': 'during',
  'say-next': 'during',
  'ask-survey': 'during',
  'take-returns': 'after',
  notes: 'after',
  'thank-host': 'after',
  'pack-up': 'after',
  'answer-questions': 'after',
} as const satisfies Readonly<Record<string, Phase>>;
export type OwnItem = keyof typeof ownItems;

export const serviceAreas = [
  'civic_engagement',
  'digital_learning',
  'early_childhood_literacy',
  'economic_development',
  'education',
  'health',
  'job_skills',
  'summer_reading',
] as const;

interface Kind {
  readonly is: Pick<SessionFields, 'activityType' | 'topic' | 'targetAge'>;
  readonly offers: readonly SignUpKind[];
  readonly suggests: readonly (typeof resourceTypes)[number][];
  readonly checklist: readonly OwnItem[];
  readonly serviceArea: (typeof serviceAreas)[number] | null;
  readonly asksSurvey?: boolean;
}

const workshop = ['charge', 'confirm-host', 'prepare-examples', 'test-equipment', 'welcome', 'everyone-tries', 'show-resources'] as const;
const ending = ['count', 'ask-survey', 'answer-questions', 'notes', 'thank-host'] as const;

const kinds = {
  bookmobile_stop: {
    is: { activityType: 'bookmobile_stop', topic: 'other', targetAge: 'general' },
    offers: ['card', 'newsletter', 'reading_challenge'],
    suggests: ['book', 'handout'],
    checklist: ['charge', 'check-route', 'pack-books', 'pack-cards', 'count', 'offer-cards', 'take-returns', 'pack-up', 'notes'],
    serviceArea: null,
  },
  pop_up_library: {
    is: { activityType: 'outreach_event', topic: 'other', targetAge: 'general' },
    offers: ['card', 'program', 'newsletter'],
    suggests: ['book', 'handout', 'digital_resource'],
    checklist: [
      'charge',
      'confirm-host',
      'pack-books',
      'pack-handouts',
      'pack-cards',
      'count',
      'offer-cards',
      'say-next',
      'pack-up',
      'notes',
    ],
    serviceArea: null,
  },
  storytime: {
    is: { activityType: 'program_session', topic: 'storytime', targetAge: '0-5' },
    offers: ['card', 'reading_challenge'],
    suggests: ['book', 'kit'],
    checklist: ['confirm-host', 'pack-books', 'pack-supplies', 'welcome', 'count', 'show-resources', 'say-next', 'pack-up', 'notes'],
    serviceArea: 'early_childhood_literacy',
  },
  book_club: {
    is: { activityType: 'program_session', topic: 'book_club', targetAge: '19+' },
    offers: ['program', 'newsletter'],
    suggests: ['book', 'kit'],
    checklist: ['copies-out', 'read-book', 'seats', 'welcome', 'count', 'say-next', 'take-returns', 'notes'],
    serviceArea: 'education',
  },
  author_visit: {
    is: { activityType: 'program_session', topic: 'author_visit', targetAge: 'general' },
    offers: ['card', 'newsletter'],
    suggests: ['book', 'handout'],
    checklist: ['agree-author', 'confirm-host', 'test-equipment', 'pack-books', 'seats', 'welcome', 'show-resources', ...ending],
    serviceArea: 'education',
    asksSurvey: true,
  },
  literacy_workshop: {
    is: { activityType: 'program_session', topic: 'literacy_workshop', targetAge: '19+' },
    offers: ['card', 'program'],
    suggests: ['book', 'handout'],
    checklist: [...workshop, ...ending],
    serviceArea: 'education',
    asksSurvey: true,
  },
  information_literacy_workshop: {
    is: { activityType: 'program_session', topic: 'information_literacy_workshop', targetAge: '12-18' },
    offers: ['card', 'program'],
    suggests: ['handout', 'digital_resource'],
    checklist: [...workshop, ...ending],
    serviceArea: 'education',
    asksSurvey: true,
  },
  digital_literacy_workshop: {
    is: { activityType: 'program_session', topic: 'digital_literacy_workshop', targetAge: '19+' },
    offers: ['card', 'program'],
    suggests: ['device', 'digital_resource', 'handout'],
    checklist: [...workshop, ...ending],
    serviceArea: 'digital_learning',
    asksSurvey: true,
  },
  class_visit: {
    is: { activityType: 'program_session', topic: 'class_visit', targetAge: '6-11' },
    offers: ['card', 'reading_challenge'],
    suggests: ['book', 'kit', 'handout'],
    checklist: ['confirm-host', 'prepare-class', 'pack-books', 'pack-cards', 'welcome', 'count', 'show-resources', 'thank-host', 'notes'],
    serviceArea: 'education',
  },
  card_drive: {
    is: { activityType: 'outreach_event', topic: 'card_drive', targetAge: 'general' },
    offers: ['card'],
    suggests: ['handout'],
    checklist: ['charge', 'confirm-host', 'pack-cards', 'pack-handouts', 'count', 'offer-cards', 'say-next', 'pack-up', 'notes'],
    serviceArea: null,
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type OwnTemplate = keyof typeof kinds;
export const ownTemplates = Object.keys(kinds).filter(isOwnTemplate);

export function isOwnTemplate(id: string): id is OwnTemplate {
  return Object.hasOwn(kinds, id);
}

export function isOwnItem(id: string): id is OwnItem {
  return Object.hasOwn(ownItems, id);
}

/** As Wayside brings it along; for any other id an empty kind, as a library's own begins. */
export function usualTemplate(id: string): TemplateFields {
  const kind: Kind | undefined = isOwnTemplate(id) ? kinds[id] : undefined;
  const { activityType, topic, targetAge } = kind?.is ?? unknownSession;
  return {
    name: '',
    activityType,
    topic,
    targetAge,
    format: unknownSession.format,
    offers: [...(kind?.offers ?? [])],
    asksSurvey: kind?.asksSurvey ?? false,
    serviceArea: kind?.serviceArea ?? null,
    checklist: (kind?.checklist ?? []).map((item) => ({ id: item, phase: ownItems[item], text: '' })),
    resources: [],
    suggests: [...(kind?.suggests ?? [])],
    archived: false,
  };
}

export interface Template {
  readonly id: string;
  readonly values: TemplateFields;
}

/** As the library has adapted it, or made it. */
export function templateWith(record: EditableRecord): Template {
  return { id: record.id, values: valuesOf(record, templateFields, usualTemplate(record.id)) };
}

const filled = ['activityType', 'topic', 'format', 'targetAge', 'offers', 'asksSurvey', 'title'] as const satisfies (keyof SessionFields)[];
export type Filled = (typeof filled)[number];

/** What a session planned as this kind usually is. A kind of the library's own gives the session its name. */
export function usualOf({ values }: Template): Pick<SessionFields, Filled> {
  const { activityType, topic, format, targetAge, offers, asksSurvey, name } = values;
  return { activityType, topic, format, targetAge, offers, asksSurvey, title: name };
}

export interface Before {
  readonly values: SessionFields;
  /** Fields that somebody, or an import, has said something about. */
  readonly said: (field: string) => boolean;
  /** The template chosen before: what it filled and nobody changed is no word of a person's. */
  readonly template: Template | null;
}

export interface Filling {
  readonly set: Partial<SessionFields>;
  /** Said otherwise than this kind usually is, and left so. */
  readonly kept: readonly Filled[];
}

/** What choosing a template (null: none) puts into a session. Ticked items of the list before stay on it. */
export function fillingOf(template: Template | null, before: Before, ticked: ReadonlySet<string>): Filling {
  const usual = template === null ? unknownSession : usualOf(template);
  const last = before.template === null ? null : usualOf(before.template);
  const set: Record<string, unknown> = { template: template?.id ?? null, checklist: listOf(template, before, ticked) };
  const kept: Filled[] = [];
  for (const field of filled) {
    const isSaid = before.said(field) && !(last !== null && isSame(before.values[field], last[field]));
    if (!isSaid) set[field] = usual[field] ?? emptyOf(field);
    else if (template !== null && !isSame(before.values[field], usual[field])) kept.push(field);
  }
  return { set, kept };
}

function listOf(template: Template | null, { values }: Before, ticked: ReadonlySet<string>): ChecklistItem[] {
  const list = template?.values.checklist ?? [];
  const done = (values.checklist ?? []).filter(({ id }) => ticked.has(id) && !list.some((item) => item.id === id));
  return [...list, ...done].slice(0, 60);
}

function emptyOf(field: Filled): unknown {
  return field === 'asksSurvey' ? false : [];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
