// What the code on a session's screen says, so that a second device shows where it is before any network: the session's id and its
// essential fields, with what it offers at a kiosk. Not an address: what people typed (a place, a title) must never get into a browser's history.

import * as v from 'valibot';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { offeredPrograms, programsToOffer } from '../../domain/programs.ts';
import { type Session, type SessionFields, sessionFields, unknownSession } from '../../domain/session.ts';

const scheme = 'wayside-session:1:';

const told = v.partial(
  v.pick(sessionFields, [
    'site',
    'place',
    'title',
    'activityType',
    'topic',
    'targetAge',
    'date',
    'status',
    'offers',
    'programs',
    'template',
    'asksSurvey',
  ]),
);

const id = v.pipe(v.string(), v.regex(/^[0-9A-Z]{12}$/));
/** `planned`: the session that each program is, in their order; '' for a name that somebody typed. */
const sessionCode = v.object({ id, library: v.string(), known: told, planned: v.optional(v.array(v.union([id, v.literal('')]))) });
export interface SessionCode {
  readonly id: string;
  readonly library: string;
  readonly known: Partial<SessionFields>;
}

/** A code that a tablet's camera reads at arm's length holds a few hundred letters; long titles are cut. */
const longestWords = 60;
/** All names of programs together; a kiosk enrolled as one knows no others. */
const longestPrograms = 240;

export function sessionToCode({ id, values }: Pick<Session, 'id' | 'values'>, library: string): string {
  const known: Partial<SessionFields> = {};
  for (const field of Object.keys(told.entries)) {
    const value = values[field];
    if (JSON.stringify(value) === JSON.stringify(Object.entries(unknownSession).find(([name]) => name === field)?.[1])) continue;
    known[field] = typeof value === 'string' ? value.slice(0, longestWords) : value;
  }
  if (values.programs === undefined) return `${scheme}${JSON.stringify({ id, library, known })}`;
  known.programs = fitting(values.programs);
  const { planned } = offeredPrograms(values);
  const sessions = values.programs.slice(0, known.programs.length).map((name) => planned.find((one) => one.name === name)?.session ?? '');
  return `${scheme}${JSON.stringify({ id, library, known, ...(sessions.some((one) => one !== '') ? { planned: sessions } : {}) })}`;
}

function fitting(programs: readonly string[]): string[] {
  const cut = programs.map((program) => program.slice(0, longestWords));
  return cut.filter((_, at) => cut.slice(0, at + 1).join('').length <= longestPrograms);
}

/** Problem: input-invalid when it is not a session's code (a book's barcode, another app's). */
export function readSessionCode(text: string): Result<SessionCode> {
  if (!text.startsWith(scheme)) return failed('input-invalid', { field: 'code' });
  try {
    const read = v.safeParse(sessionCode, JSON.parse(text.slice(scheme.length)));
    if (!read.success) return failed('input-invalid', { field: 'code' });
    const { planned = [], ...code } = read.output;
    const sessions = planned.flatMap((session, at) => {
      const name = code.known.programs?.[at];
      return session === '' || name === undefined ? [] : [{ session, name }];
    });
    return ok(
      sessions.length === 0 ? code : { ...code, known: { ...code.known, ...programsToOffer(sessions, code.known.programs ?? []) } },
    );
  } catch {
    return failed('input-invalid', { field: 'code' }); // not JSON: somebody else's code that begins like ours
  }
}
