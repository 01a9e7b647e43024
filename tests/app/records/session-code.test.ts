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

test('which programs are planned sessions is understood too, for as many names as fit', () => {
  const programs = ['Chess', `Book club${'b'.repeat(80)}`, 'Robots', ...Array.from({ length: 30 }, (_, at) => `Program number ${at}`)];
  const programSessions = { '4K7Q9XTM2BHC': programs[1] ?? '', '9K7Q9XTM2BHC': programs.at(-1) ?? '' };
  const read = readSessionCode(sessionToCode(aSession({ programs, programSessions }), library));
  if (!read.ok) throw new Error(read.problem.code);
  const { known } = read.value;
  expect(known.programs?.slice(0, 3)).toEqual(['Book club'.padEnd(60, 'b'), 'Chess', 'Robots']);
  expect(known.programSessions).toEqual({ '4K7Q9XTM2BHC': 'Book club'.padEnd(60, 'b') });
  const plain = sessionToCode(aSession({ programs: ['Chess'], programSessions: {} }), library);
  expect(plain).not.toContain('planned');
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
