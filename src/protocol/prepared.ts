// What a partner sends when it prepares a class [S57]: facts with sealed sign-ups, made in its browser. They are the one thing a partner writes,
// so the server looks at every field: what is not said here is refused, also fields that a fact may have elsewhere.

import * as v from 'valibot';
import { band } from '../domain/attendance.ts';
import { factEnvelope } from '../domain/fact.ts';
import { language, recordId, wholeNumber } from '../domain/shapes.ts';
import { sealedBox } from '../domain/sign-up.ts';
import { sentFact } from './push.ts';
import { sharedRequest } from './shared.ts';

/** A partner's for one session: a class, or two. */
export const mostPrepared = 60;
/** A partner's in 24 hours. */
export const mostPreparedADay = 500;
/** In UTF-16 code units: a name, a guardian, a school and a phone, sealed, and no letter. */
export const largestPrepared = 16_384;

export const preparedFact = v.strictObject({
  ...factEnvelope.entries,
  kind: v.literal('sign-up.taken'),
  subject: v.strictObject({ type: v.literal('session'), id: recordId }),
  /** Staff are the library's. */
  staff: v.null(),
  body: v.strictObject({
    for: v.literal('card'),
    program: v.null(),
    prepared: v.literal(true),
    preparedBy: recordId,
    language,
    ageBand: v.nullable(band),
    consent: v.strictObject({
      given: v.literal(true),
      /** Parents agreed on paper (`consentInWriting`). */
      wording: v.pipe(v.string(), v.regex(/^in-writing\/\d{4}-\d{2}$/)),
      by: v.literal('caregiver'),
    }),
    sealed: v.strictObject(sealedBox.entries),
  }),
});

export const preparedRequest = v.looseObject({
  ...sharedRequest.entries,
  session: recordId,
  facts: v.pipe(
    v.array(v.object({ ...sentFact.entries, text: v.pipe(v.string(), v.maxLength(largestPrepared)) })),
    v.minLength(1),
    v.maxLength(mostPrepared),
  ),
});

/** `device` and `request` are the request's, repeated (S30, S48); `prepared` is how many this partner has for the session now. */
export const preparedAnswer = v.looseObject({ ...sharedRequest.entries, prepared: wholeNumber });
