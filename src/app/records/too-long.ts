// What does not fit into a record is said, with how much does, and never cut off: fields take whatever is typed or pasted. A name says so in
// words of its own.

import type { Text } from '../text/text.ts';
import type { FieldProblem } from '../ui/form/field-wiring.ts';
import type { ContactDraft } from './sign-up-draft.ts';

/** Letters that a sign-up takes as a name (`contactDetails`) … */
export const longestName = 200;
/** … and a record in one line. */
export const longestLine = 300;
/** Of a library card: most have fourteen digits, those of some libraries a few letters more. */
export const longestCard = 60;
/** And on several lines. */
const longestText = 10_000;

export type LongField = Exclude<keyof ContactDraft, 'name' | 'firstName' | 'lastName' | 'birthDate'>;

/** None or one. */
export function tooLong(contact: Pick<ContactDraft, LongField>, field: LongField, text: Text): readonly FieldProblem[] {
  const most = field === 'address' || field === 'note' ? longestText : longestLine;
  if (contact[field].trim().length <= most) return [];
  return [{ field, message: text.signUps.problems.long(labelOf(field, text), most) }];
}

/** A code that was typed, pasted or scanned. None or one. */
export function codeTooLong(field: string, code: string, { label, most }: CodeLimit, text: Text): readonly FieldProblem[] {
  return code.length > most ? [{ field, message: text.signUps.problems.long(label, most) }] : [];
}

interface CodeLimit {
  readonly label: string;
  readonly most: number;
}

function labelOf(field: LongField, { signUps, asking }: Text): string {
  const labels: Readonly<Record<LongField, string>> = {
    phone: signUps.one.phone,
    email: signUps.one.email,
    address: signUps.one.address,
    note: signUps.one.note,
    school: asking.school,
    guardianName: signUps.one.guardian,
    guardianRelation: signUps.form.guardianRelation,
  };
  return labels[field];
}
