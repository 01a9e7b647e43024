// Asking for what places and partners have behind them: the device holds 45 days, the server all. Counts and days only, nothing of a person.

import * as v from 'valibot';
import { history } from '../domain/history.ts';
import { recordId } from '../domain/shapes.ts';

export const historyKinds = ['site', 'partner'] as const;

/** More places than a device has sessions at in the next weeks. */
export const mostAskedAtOnce = 100;

const place = v.object({ type: v.picklist(historyKinds), id: recordId });
export type HistoryPlace = v.InferOutput<typeof place>;

export const historyRequest = v.looseObject({ places: v.pipe(v.array(place), v.minLength(1), v.maxLength(mostAskedAtOnce)) });

/** One for each place asked for, in that order. A place nobody knows has none. */
export const historyAnswer = v.looseObject({ histories: v.array(history) });
