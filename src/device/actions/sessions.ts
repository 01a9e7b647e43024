// What a person does with a session as a whole: plan, start, change, finish, reopen, cancel, join. Counting in it is elsewhere.

import { failed, ok, type Result } from '../../domain/problem.ts';
import { type SessionFields, unknownSession } from '../../domain/session.ts';
import type { Instant } from '../../domain/shapes.ts';
import { typedCode } from '../../protocol/ids.ts';
import { correctedNow, knownClock } from '../store/clock.ts';
import { joinedRow } from '../store/meta.ts';
import { editOf } from '../store/draft.ts';
import { instantOf } from '../store/make-fact.ts';
import { read } from '../store/read.ts';
import { write } from '../store/write.ts';
import { type ActionContext, capture, newRecordId } from './capture.ts';

type Saved = Result<{ readonly id: string }>;

export interface NewSession extends Partial<SessionFields> {
  /** Made once per form: saving the same form twice makes one session. */
  readonly token?: string;
}

export function sessionActions(context: ActionContext) {
  return {
    /** `fields.date` is needed: a day in the library's time zone. */
    planSession: (fields: NewSession): Promise<Saved> => createSession(context, { ...fields, status: 'planned' }),

    /** Made and opened in one fact. */
    startNewSession: async (fields: NewSession): Promise<Saved> =>
      createSession(context, { openedAt: await nowOf(context), ...fields, status: 'open' }),

    /** Starting an open session changes nothing: two people may tap it. A start says nothing of an end that it has not seen (S47). */
    startSession: async (id: string): Promise<Saved> => {
      const now = await nowOf(context);
      return changeWhere(context, id, ({ status, openedAt, closedAt }) =>
        status === 'open' ? {} : { status: 'open', openedAt: openedAt ?? now, ...(closedAt && { closedAt: null }) },
      );
    },

    changeSession: (id: string, set: Partial<SessionFields>): Promise<Saved> =>
      changeWhere(context, id, (shown) => (confirms(shown, set) ? { ...set, classification: 'confirmed' } : set)),

    finishSession: async (id: string, { closedAt }: { readonly closedAt?: string } = {}): Promise<Saved> => {
      const ended = closedAt ?? (await nowOf(context));
      return changeWhere(context, id, (shown) => (shown.status === 'closed' ? {} : { status: 'closed', closedAt: ended }));
    },

    /** What was canceled before it began is planned again. The reason goes, and a day that its series has no more is its own from then on. */
    reopenSession: (id: string): Promise<Saved> =>
      changeWhere(context, id, ({ status, openedAt, cancelReason, dropped }) =>
        status === 'open'
          ? {}
          : {
              status: status === 'canceled' && openedAt === null ? 'planned' : 'open',
              closedAt: null,
              ...(cancelReason && { cancelReason: '' }),
              ...(dropped && { dropped: false, source: null }),
            },
      ),

    /** `reason` is for everybody who reads the schedule. */
    cancelSession: (id: string, cancelReason?: string): Promise<Saved> =>
      changeWhere(context, id, (shown) =>
        shown.status === 'canceled' ? {} : { status: 'canceled', ...(cancelReason ? { cancelReason } : {}) },
      ),

    /** By typed code, or by scan with what the other screen showed. Writes no fact: nothing is said about a session not seen yet. */
    joinSession: (code: string, known: Partial<SessionFields> = {}): Promise<Saved> => joinSession(context, code, known),
  };
}

async function createSession(context: ActionContext, fields: NewSession): Promise<Saved> {
  const { token, ...given } = fields;
  if (given.date === undefined) return failed('input-invalid', { field: 'date' });
  const id = newRecordId(context);
  const subject = { type: 'session', id } as const;
  const set = { ...differing(given), date: given.date, status: given.status };
  const saved = await capture(context, {
    subjects: [],
    newSubjects: [subject],
    plan: (seen) => ok(editOf(seen.session(id), subject, set).map((draft) => ({ ...draft, id: token }))),
  });
  return saved.ok ? ok({ id: saved.value[0]?.subject.id ?? id }) : saved;
}

async function changeWhere(context: ActionContext, id: string, change: (shown: SessionFields) => Partial<SessionFields>): Promise<Saved> {
  const subject = { type: 'session', id } as const;
  const saved = await capture(context, {
    subjects: [subject],
    plan: (seen) => {
      const shown = seen.session(id);
      return ok(editOf(shown, subject, change(shown.values)));
    },
  });
  return saved.ok ? ok({ id }) : saved;
}

/** Who mends what an import proposed has looked at it. */
function confirms({ classification }: SessionFields, { activityType, topic, format, targetAge }: Partial<SessionFields>): boolean {
  return classification === 'proposed' && (activityType ?? topic ?? format ?? targetAge) !== undefined;
}

async function joinSession(context: ActionContext, code: string, known: Partial<SessionFields>): Promise<Saved> {
  const id = typedCode(code);
  if (!/^[0-9A-Z]{12}$/.test(id)) return failed('input-invalid', { field: 'code' });
  const { store } = context;
  return write(store, {
    tables: ['meta'],
    read: (store) => joinedRow(store),
    run: async (_self, joined, store) => {
      const others = joined.sessions.filter((one) => one.id !== id);
      await store.meta.put({ ...joined, sessions: [...others, { id, known, at: store.ports.now() }].slice(-50) });
      return ok({ id });
    },
  });
}

/** Only what says more than the defaults: a smaller fact, and no conflict about what nobody chose. */
function differing(fields: Partial<SessionFields>): Partial<SessionFields> {
  const defaults: Record<string, unknown> = unknownSession;
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => JSON.stringify(defaults[field]) !== JSON.stringify(value)));
}

/** By the clock as far as it is known to be right. A store that cannot be read will say so when it is written to. */
async function nowOf({ store }: ActionContext): Promise<Instant> {
  const clock = await read(store, () => knownClock(store));
  const now = store.ports.now();
  return instantOf(clock.ok ? correctedNow(now, clock.value) : now);
}
