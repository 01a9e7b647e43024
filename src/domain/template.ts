// A kind of session, as a library has adapted it or made its own: what such a session usually is, brings, and must not forget. The ten that
// Wayside brings along are in templates.ts; a record of the same id as one of them changes it.

import * as v from 'valibot';
import { checklist } from './checklist.ts';
import { resourceTypes } from './places.ts';
import { sessionFields } from './session.ts';
import { line, recordId } from './shapes.ts';
import { signUpKind } from './sign-up.ts';
import { surveyWordings } from './survey.ts';

const { activityType, topic, format, targetAge } = sessionFields.entries;

export const templateFields = v.looseObject({
  /** '': one of Wayside's own, under Wayside's name. */
  name: line,
  activityType,
  topic,
  format,
  targetAge,
  offers: v.array(signUpKind),
  /** Visitors are asked how it was. */
  asksSurvey: v.boolean(),
  /** Project Outcome's name for the kind of service, e.g. 'digital_learning'; for the library's own reports. */
  serviceArea: v.nullable(line),
  /** Own wording for this kind of session, by language; else the library's, else ours. */
  surveyWordings: v.optional(surveyWordings),
  checklist,
  /** Resources the library has chosen to bring, by id. */
  resources: v.pipe(v.array(recordId), v.maxLength(100)),
  /** What else to look for in the catalogue. */
  suggests: v.array(v.picklist(resourceTypes)),
  archived: v.boolean(),
});
export type TemplateFields = v.InferOutput<typeof templateFields>;
