// At the command line an import says what the import screens say, word for word.

import { expect, test } from 'vitest';
import { enUS as text } from '../../src/app/text/en-US.ts';
import { badRowReasons } from '../../src/domain/import/stop-timetable.ts';
import {
  closerReasons,
  eventReasons,
  eventsLeftOut,
  inWords,
  mobileWords,
  rowReasons,
  rowsLeftOut,
  wholeProblems,
} from '../../src/server/commands/import-words.ts';

test('rows and events that cannot be used', () => {
  for (const reason of badRowReasons) expect(rowReasons[reason]('7')).toBe(text.importing.reasons[reason]('7'));
  const said = (reasons: Readonly<Record<string, (field: string) => string>>) =>
    Object.entries(reasons).map(([reason, sentence]) => [reason, sentence('7')]);
  expect(said(eventReasons)).toEqual(said(text.calendars.reasons));
  expect([rowsLeftOut, eventsLeftOut]).toEqual([text.importing.badRowsText, text.calendars.importing.badRowsText]);
});

test('vehicles', () => {
  const { matched, chosen, none } = text.importing.mobiles;
  expect(mobileWords('van 1', 'Van 1', 'Bus')).toBe(matched('van 1', 'Van 1'));
  expect(mobileWords('van 1', null, 'Bus')).toBe(chosen('van 1', 'Bus'));
  expect(mobileWords('van 1', null, null)).toBe(none('van 1'));
});

test('whole files and calendars', () => {
  const problems: Readonly<Record<string, { readonly happened: string; readonly safe: string; readonly next: string }>> = text.problems;
  for (const [code, sentences] of Object.entries(wholeProblems)) {
    const { happened, safe, next } = problems[code] ?? {};
    expect(sentences).toEqual([happened, safe, next]);
  }
  const { 'too-large': _, ...closer } = { ...text.calendars.unreadable, ...text.calendars.feed.refused };
  expect(closerReasons).toEqual(closer);
  expect(inWords({ code: 'csv-columns-missing', detail: { columns: 'stop, day' } })).toBe(
    'The file lacks columns that are needed. Nothing was imported. Add the columns named below and try again. This file lacks: stop, day. (csv-columns-missing, columns stop, day)',
  );
});
