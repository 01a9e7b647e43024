// A calendar's address, fetched by the server: browsers may not, and devices are often without a network. The address may hold a secret,
// so it travels in the body and is written down nowhere but in the library's own record.

import * as v from 'valibot';

export const calendarFeedRequest = v.looseObject({ address: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000)) });
export const calendarFeedAnswer = v.looseObject({ text: v.string() });
export type CalendarFeedAnswer = v.InferOutput<typeof calendarFeedAnswer>;
