// The days a series leaves out, while they are typed: single ones, and spans such as school holidays. A span stays one until it is saved; the
// days of the series in it are found then, whatever rhythm was chosen in between.

import type { DaySpan } from '../../../domain/import/recurrence.ts';
import type { Day } from '../../../domain/shapes.ts';
import type { Text } from '../../text/text.ts';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';

export interface DaysOff {
  readonly except: readonly Day[];
  readonly spans: readonly DaySpan[];
  /** Chosen as one more, and not added to the list yet; '' for none. */
  readonly holiday: string;
  /** The last of several; '' for one day. */
  readonly holidayUntil: string;
}

/** In days; two school years at once are a slip of the finger. */
const longest = 366;

/** With what is chosen and was not added by the button. */
export function withHoliday({ except, spans, holiday, holidayUntil }: DaysOff): Pick<DaysOff, 'except' | 'spans'> {
  if (holiday === '') return { except, spans };
  if (holidayUntil === '' || holidayUntil === holiday) return { except: [...new Set([...except, holiday])].toSorted(), spans };
  const isListed = spans.some(({ from, to }) => from === holiday && to === holidayUntil);
  return { except, spans: isListed ? spans : [...spans, { from: holiday, to: holidayUntil }] };
}

/** Why what is chosen cannot be added; the fields are 'except' and 'exceptUntil'. */
export function holidayProblem({ holiday, holidayUntil }: DaysOff, { series: words }: Text['schedule']): FieldProblem | undefined {
  if (holidayUntil === '') return undefined;
  if (holiday === '') return { field: 'except', message: words.exceptFirstMissing };
  const days = (Date.parse(holidayUntil) - Date.parse(holiday)) / 86_400_000;
  if (days < 0) return { field: 'exceptUntil', message: words.untilBeforeStart };
  // A year of five digits is no day: not even a long one.
  return days <= longest ? undefined : { field: 'exceptUntil', message: words.exceptLong };
}
