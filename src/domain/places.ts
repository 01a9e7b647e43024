// The records a session refers to: the library itself, its outlets, sites, partners, resources, staff and devices.
// Each is a list of fields with defaults, so that a record known only in part still draws.

import * as v from 'valibot';
import { band } from './attendance.ts';
import { fileRef, savedPage } from './file.ts';
import { ready } from './ready.ts';
import { goal } from './session.ts';
import { day, instant, language, line, name, paragraph, recordId, wholeNumber } from './shapes.ts';
import { signUpRules } from './sign-up-rules.ts';
import { surveyWordings } from './survey.ts';

export const siteTypes = [
  'school',
  'community_center',
  'bookmobile_stop',
  'park',
  'housing',
  'clinic',
  'market',
  'library',
  'other',
] as const;
export const resourceTypes = ['book', 'kit', 'handout', 'device', 'digital_resource'] as const;
export type ResourceType = (typeof resourceTypes)[number];
export const resourceTopics = ['reading', 'literacy', 'information_literacy', 'digital_literacy', 'community'] as const;
export type ResourceTopic = (typeof resourceTopics)[number];

export const libraryFields = v.looseObject({
  name,
  /** IANA zone, e.g. 'America/New_York': sessions' days and times are wall clock in it. */
  timeZone: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/), v.maxLength(60)),
  languages: v.pipe(v.array(language), v.minLength(1)),
  /** undefined: our defaults hold. */
  signUpRules: v.optional(signUpRules),
  /** The library's own words for the exit survey, by language; a language that is missing has ours. */
  surveyWordings: v.optional(surveyWordings),
  /** For how many days something is lent when nobody says otherwise; undefined: `usualLoanDays`. */
  loanDays: v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(366))),
});
export type LibraryFields = v.InferOutput<typeof libraryFields>;

export const outletFields = v.looseObject({ name, kind: v.picklist(['bookmobile', 'branch', 'other']) });
export type OutletFields = v.InferOutput<typeof outletFields>;

export const siteFields = v.looseObject({
  name,
  type: v.picklist(siteTypes),
  address: line,
  notes: paragraph,
  latitude: v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
  longitude: v.nullable(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
  /** Where an import found it, so that a second import finds it again. */
  source: v.nullable(line),
  archived: v.boolean(),
  /** Spoken there: a language of `siteLanguages` (partner.ts), or another one in words. */
  languages: v.optional(v.pipe(v.array(line), v.maxLength(40))),
  parking: v.optional(line),
  power: v.optional(line),
  /** 'no signal at the back' */
  signal: v.optional(line),
  partners: v.optional(v.pipe(v.array(recordId), v.maxLength(100))),
});
export type SiteFields = v.InferOutput<typeof siteFields>;

/** A calendar published elsewhere, by the address the server fetches it from. The address may hold a secret: no kiosk is sent it. */
export const calendarFeedFields = v.looseObject({
  name: line,
  address: v.pipe(v.string(), v.maxLength(2_000)),
  /** Which vehicle or branch goes to what it announces. */
  outlet: v.nullable(recordId),
  archived: v.boolean(),
  /** When it was last imported, by the clock of the device that did. */
  importedAt: v.optional(instant),
});
export type CalendarFeedFields = v.InferOutput<typeof calendarFeedFields>;

export const contactRoles = ['media_specialist', 'teacher', 'director', 'other'] as const;

/** A person one works with: a work contact, no patron's. */
export const partnerContact = v.looseObject({ name: line, role: v.picklist(contactRoles), phone: line, email: line });
export type PartnerContact = v.InferOutput<typeof partnerContact>;

export const partnerFields = v.looseObject({
  name,
  /** The first contact as earlier versions wrote it; `contactsOf` (partner.ts) reads both. */
  contactName: line,
  contactRole: line,
  contact: line,
  notes: paragraph,
  contacts: v.optional(v.pipe(v.array(partnerContact), v.maxLength(50))),
  goals: v.optional(v.array(goal)),
  /** What both read, here and on the partner's own page; `notes` are the library's alone. */
  sharedNotes: v.optional(paragraph),
  archived: v.optional(v.boolean()),
});
export type PartnerFields = v.InferOutput<typeof partnerFields>;

const kitCount = v.pipe(wholeNumber, v.minValue(0), v.maxValue(9_999_999));

/** What belongs aboard, as counted on a day: what was lent then is among it. What has moved since is added up from the sessions (stock.ts). */
export const copiesAboard = v.looseObject({
  copies: v.pipe(wholeNumber, v.minValue(-99_999), v.maxValue(99_999)),
  day,
  /** Of a kit, before this count: counting again loses none of it. Apps before December 2026 do not write it, and begin anew. */
  kits: v.optional(v.looseObject({ prepared: kitCount, pickedUp: kitCount, since: day })),
});
export type CopiesAboard = v.InferOutput<typeof copiesAboard>;

export const resourceFields = v.looseObject({
  title: name,
  type: v.picklist(resourceTypes),
  /** The label on the thing itself, as `readItemCode` leaves it. */
  barcode: v.nullable(line),
  archived: v.boolean(),
  topic: v.optional(v.nullable(v.picklist(resourceTopics))),
  /** The language it is in: ISO 639, two letters where there are two ('es'), else three ('yid'); 'mul' for several. */
  language: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)))),
  bands: v.optional(v.array(band)),
  creator: v.optional(line),
  /** Further codes it is found by: ISBN (always 13 digits), EAN, UPC, labels of further copies. */
  codes: v.optional(v.pipe(v.array(line), v.maxLength(200))),
  /** undefined or null: nobody counts it. This count names no outlet; those that do are fields beside it (stock.ts). */
  stock: v.optional(v.nullable(copiesAboard)),
  favorite: v.optional(v.boolean()),
  /** Where an import found it, so that a second import finds it again. */
  source: v.optional(v.nullable(line)),
  /** What is shown of a digital resource; null when it was taken away. */
  file: v.optional(v.nullable(fileRef)),
  /** Of a file that is a saved web page. */
  page: v.optional(v.nullable(savedPage)),
  /** A text typed in the app, shown like a file; it travels with the record and needs no download. */
  note: v.optional(paragraph),
});
export type ResourceFields = v.InferOutput<typeof resourceFields>;

/** A PIN of 4 to 6 digits, as PBKDF2-HMAC-SHA-256 of it. A gate on a screen, no secret: ten thousand guesses are soon made by who has the disk. */
export const pinHash = v.looseObject({ salt: line, iterations: v.pipe(v.number(), v.safeInteger(), v.minValue(100_000)), hash: line });
export type PinHash = v.InferOutput<typeof pinHash>;

export const staffFields = v.looseObject({ name, active: v.boolean(), pin: v.optional(v.nullable(pinHash)) });
export type StaffFields = v.InferOutput<typeof staffFields>;

export const deviceFields = v.looseObject({
  name,
  role: v.picklist(['staff', 'kiosk']),
  /** What it last found of itself (Ready to leave). */
  ready: v.optional(v.nullable(ready)),
});
export type DeviceFields = v.InferOutput<typeof deviceFields>;

/** A sealing key of the library. Its id is the fingerprint of the public key, so a swapped key cannot keep the name. */
export const sealingKeyFields = v.looseObject({
  publicKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{80,100}$/)),
  /** Retired keys still open old records; only a key not retired seals new ones. */
  retired: v.boolean(),
});
export type SealingKeyFields = v.InferOutput<typeof sealingKeyFields>;

/** One way to open a private key: PBKDF2-HMAC-SHA-256 over a secret, then AES-256-GCM. Binary is base64url. Never sent to a kiosk. */
export const keyWrapFields = v.looseObject({
  key: recordId,
  by: v.picklist(['passphrase', 'recovery']),
  kdf: v.literal('PBKDF2-SHA256'),
  iterations: v.pipe(v.number(), v.safeInteger(), v.minValue(600_000), v.maxValue(10_000_000)),
  salt: line,
  iv: line,
  box: v.pipe(v.string(), v.maxLength(2_000)),
  holder: line,
  /** By the clock of the device that made it. */
  madeAt: v.optional(instant),
  /** Not used any more. Who copied it earlier can still open what was sealed to its key: only a new key shuts them out. */
  removed: v.optional(v.boolean()),
});
export type KeyWrapFields = v.InferOutput<typeof keyWrapFields>;

/**
 * A run of numbers of pre-printed library cards, given to one device so that families leave with a number that works. Only that device
 * takes numbers from it, in order: `next` is the offset of the first one not taken, `spoiled` the offsets thrown away among those, and `given`
 * the offsets from `next` on that were given out of turn, since somebody scanned a card from further down the pile.
 */
export const cardRangeFields = v.looseObject({
  /** Digits, equally long, check digit included where the cards have one; `from` <= `to`. */
  from: v.pipe(v.string(), v.regex(/^\d{4,30}$/)),
  to: v.pipe(v.string(), v.regex(/^\d{4,30}$/)),
  device: v.nullable(recordId),
  next: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  spoiled: v.pipe(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), v.maxLength(10_000)),
  /** Not there in ranges of before November 2026. */
  given: v.optional(v.pipe(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), v.maxLength(10_000))),
  archived: v.boolean(),
});
export type CardRangeFields = v.InferOutput<typeof cardRangeFields>;
