// The code on a session's screen: what one tablet shows, another understands; anything else is refused.

import { expect, test } from 'vitest';
import { readSessionCode, sessionToCode } from '../../../src/app/records/session-code.ts';
import { aSession } from '../../support/facts.ts';

const library = 'LIBRARY00001';

test('what is shown is understood: id, library, and the fields that say where one is', () => {
  const session = aSession({ place: 'Maple Court', title: '', targetAge: '6-11', status: 'open', notes: 'nobody’s business' });
  expect(readSessionCode(sessionToCode(session, library))).toEqual({
    ok: true,
    value: { id: session.id, library, known: { place: 'Maple Court', targetAge: '6-11', date: '2026-11-02', status: 'open' } },
  });
});

test('long words are cut, so that a camera can read the code', () => {
  const session = aSession({ title: 'T'.repeat(300), place: 'P'.repeat(300) });
  expect(sessionToCode(session, library).length).toBeLessThan(300);
});

test.each([
  '9780000000000',
  'https://example.org/sessions/4K7Q9XTM2BHC',
  'wayside-session:1:',
  'wayside-session:1:{"id":"short","library":"L","known":{}}',
  'wayside-session:1:{"id":"4K7Q9XTM2BHC","library":"L","known":{"date":"2026-02-30"}}',
  'wayside-session:2:{"id":"4K7Q9XTM2BHC","library":"L","known":{}}',
])('%s is not a session’s code', (scanned) => {
  expect(readSessionCode(scanned)).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
});
