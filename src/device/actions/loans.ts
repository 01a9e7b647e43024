// Lending and taking back. The hand-out in the session and the loan are written in one save, so that neither is ever without the other.
// A card's number is sealed before anything is written; a loan is found again by the item's label, never by the card.

import type { Fact } from '../../domain/fact.ts';
import type { ToldLoan } from '../../domain/export/loan-transactions.ts';
import type { HandOutBody } from '../../domain/hand-out.ts';
import type { LoanFields, LoanFormat } from '../../domain/loan.ts';
import { type Loan, loansIn } from '../../domain/loans.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { Day } from '../../domain/shapes.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { longId } from '../../protocol/ids.ts';
import type { Store } from '../store/db.ts';
import { type Draft, editOf, type Seen, type Subject } from '../store/draft.ts';
import { handOutsOf } from '../store/hand-outs.ts';
import { loans } from '../store/loans.ts';
import { instantOf } from '../store/make-fact.ts';
import { read } from '../store/read.ts';
import { self } from '../store/self.ts';
import { type ActionContext, capture, newRecordId } from './capture.ts';
import { captureInParts } from './capture-all.ts';
import { seal } from './sign-ups.ts';

export interface Lending extends Pick<HandOutBody, 'resource' | 'title' | 'count'>, Pick<LoanFields, 'barcode' | 'to' | 'site' | 'due'> {
  /** '' when nobody asked for it. */
  readonly card: string;
  /** Made once per form: a second tap lends nothing. */
  readonly token: string;
}

/** What came in: by its label, or by the loan a person pointed at. */
export interface TakenIn {
  readonly barcode: string;
  readonly loan: string | null;
  readonly resource: string | null;
  readonly title: string;
  /** How many of the loan pointed at; not said: all that is out of it. */
  readonly count?: number;
  /** In the library's time zone. */
  readonly today: Day;
}

/** Milliseconds. */
const sameReading = 120_000;

export function loanActions(context: ActionContext) {
  const { store } = context;
  return {
    /** Problems besides storage's: sealing-key-missing (a card was given, and the library has no key), input-invalid (`field`). */
    lend: async (session: string, { card, token, ...given }: Lending): Promise<Result<{ readonly loan: string }>> => {
      const id = newRecordId(context);
      const fact = longId(store.ports.random);
      const sealed = card === '' ? ok(null) : await seal(context, fact, 'loan.changed', withCard(card));
      if (!sealed.ok) return sealed;
      const now = await nowOf(store);
      if (!now.ok) return now;
      const { resource, title, count, barcode } = given;
      const loan = { type: 'loan', id } as const;
      const set: LoanFields = {
        ...given,
        ...notBack,
        session,
        sealed: sealed.value,
        lentAt: now.value,
        canceled: false,
        exportedLent: null,
      };
      const body = { resource, title, count, barcode: barcode === '' ? null : barcode, loan: id };
      const saved = await capture(context, {
        subjects: [{ type: 'session', id: session }],
        newSubjects: [loan],
        plan: (seen) =>
          ok([
            { kind: 'hand-out.lent', subject: { type: 'session', id: session }, body, id: token },
            ...editOf(undefined, loan, { ...set, outlet: seen.session(session).values.outlet }).map((draft) => ({ ...draft, id: fact })),
          ]),
      });
      return saved.ok ? ok({ loan: id }) : saved;
    },

    /**
     * Ends every open loan of the label (a label is on one thing), or the one pointed at. Where none is known here, the return is written
     * down alone, and finds its loan when that arrives: a label that came back before may have been lent since, by a tablet not heard of.
     * `already`: read twice in a row, or pointed at after it came back, and nothing is written. `session` null: at the desk.
     */
    takeIn: async (session: string | null, given: TakenIn): Promise<Result<{ readonly already: Loan | null }>> => {
      const found = await read(store, () => loans(store));
      if (!found.ok) return found;
      const now = await nowOf(store);
      if (!now.ok) return now;
      const same = found.value.filter(({ id, values }) =>
        given.loan === null ? values.barcode === given.barcode && !values.canceled : id === given.loan,
      );
      const open = same.filter((loan) => loan.open);
      const last = same.toSorted((a, b) => ((a.values.returnedAt ?? '') < (b.values.returnedAt ?? '') ? 1 : -1))[0];
      const isHere = session === null || last?.values.returnedIn === session;
      const isSame = given.loan !== null || isSameReading(last?.values.returnedAt ?? null, now.value);
      if (open.length === 0 && last !== undefined && isHere && isSame) return ok({ already: last });
      const back = { returnedAt: now.value, returnedOn: given.today, returnedIn: session };
      const { count } = given;
      const some = count === undefined ? undefined : open.find(({ id, values }) => id === given.loan && count < values.count);
      const fresh = open.length === 0 || some !== undefined ? newRecordId(context) : null;
      const saved = await capture(context, {
        subjects: [...(session === null ? [] : [{ type: 'session', id: session } as const]), ...open.flatMap(subjectsOf)],
        newSubjects: fresh === null ? [] : [{ type: 'loan', id: fresh }],
        plan: (seen) => {
          if (fresh === null) return ok(open.flatMap((loan) => returnOf(seen, session, loan, back)));
          return ok(some === undefined ? unknownReturn(session, fresh, given, back) : partOf(session, fresh, some, given, back));
        },
      });
      return saved.ok ? ok({ already: null }) : saved;
    },

    /** Takes a hand-out back, with the loan it began or ended. What is taken back already stays so. Problem: not-found. */
    takeBackHandOut: async (session: string, fact: string): Promise<Result<readonly Fact[]>> => {
      const found = await read(store, () => handOutsOf(store, session));
      if (!found.ok) return found;
      const handOut = found.value.find((one) => one.fact.id === fact);
      if (handOut === undefined) return failed('not-found');
      const subject = { type: 'session', id: session } as const;
      const id = handOut.body.loan ?? null;
      const known = id === null ? ok([]) : await read(store, () => loans(store));
      if (!known.ok) return known;
      const loan = known.value.find((one) => one.id === id);
      const into = loan?.values.settledInto ?? null;
      const parts = loan?.parts ?? [];
      const touched = [id, into, ...parts].flatMap((one): Subject[] => (one === null ? [] : [{ type: 'loan', id: one }]));
      return capture(context, {
        subjects: [subject, ...touched],
        plan: (seen) => {
          if (seen.session(session).voids[fact] !== undefined) return ok([]);
          const voided: Draft = { kind: 'fact.voided', subject, body: { target: fact } };
          return ok([voided, ...(id === null ? [] : undone(seen, id, { into, parts }, handOut.way))]);
        },
      });
    },

    /** Makes one of a loan and the return that came alone, for good: the return leaves the scope sooner. Done twice, it does nothing. */
    settleLoans: async (): Promise<Result<null>> => {
      const found = await read(store, () => loans(store));
      if (!found.ok) return found;
      const byId = new Map(found.value.map((loan) => [loan.id, loan]));
      const pairs = found.value.flatMap((loan) => {
        const back = loan.cameBackAs === null ? undefined : byId.get(loan.cameBackAs);
        return back === undefined ? [] : [{ loan, back }];
      });
      const saved = await captureInParts(context, {
        changes: pairs,
        captureOf: (part) => ({
          subjects: part.flatMap(({ loan, back }) => [subjectOf(loan), subjectOf(back)]),
          plan: (seen) =>
            ok(
              part.flatMap(({ loan, back }) => {
                const { returnedAt, returnedOn, returnedIn, exportedReturned } = back.values;
                return [
                  ...edit(seen, loan.id, { returnedAt, returnedOn, returnedIn, exportedReturned }),
                  ...edit(seen, back.id, { canceled: true, settledInto: loan.id }),
                ];
              }),
            ),
        }),
      });
      return saved.ok ? ok(null) : saved;
    },

    /** These have left as a file: who and when is kept, so that the next file has only what is new. */
    markExported: async (told: readonly ToldLoan[], format: LoanFormat): Promise<Result<null>> => {
      const { staff } = await self(store);
      const mark = { at: instantOf(store.ports.now()), staff, format };
      // Whole, however many: what is marked and in no file would be in none.
      const saved = await capture(context, {
        subjects: told.map(subjectOf),
        plan: (seen) =>
          ok(
            told.flatMap(({ id, lent, returned }) =>
              edit(seen, id, { ...(lent ? { exportedLent: mark } : {}), ...(returned ? { exportedReturned: mark } : {}) }),
            ),
          ),
      });
      return saved.ok ? ok(null) : saved;
    },
  };
}

const notBack = { returnedAt: null, returnedOn: null, returnedIn: null, exportedReturned: null } as const;

type Back = Pick<LoanFields, 'returnedAt' | 'returnedOn' | 'returnedIn'>;

function returnOf(seen: Seen, session: string | null, { id, values, parts }: Loan, back: Back): readonly Draft[] {
  const ended = edit(seen, id, back);
  const changed = [...ended, ...parts.flatMap((part) => edit(seen, part, { returnedOn: back.returnedOn }))];
  if (session === null || ended.length === 0) return changed;
  const { resource, title, count, barcode } = values;
  const body = { resource, title, count, barcode: barcode === '' ? null : barcode, loan: id };
  return [{ kind: 'hand-out.returned', subject: { type: 'session', id: session }, body }, ...changed];
}

/** Some of several: the rest stays out. */
function partOf(session: string | null, id: string, loan: Loan, { count = 1 }: TakenIn, back: Back): readonly Draft[] {
  const { resource, title } = loan.values;
  const given = { resource, title, barcode: '', count, partOf: loan.id };
  return unknownReturn(session, id, given, { ...back, returnedOn: null });
}

type Returned = Pick<LoanFields, 'resource' | 'title' | 'barcode' | 'partOf'> & { readonly count?: number };

function unknownReturn(session: string | null, id: string, given: Returned, back: Back): readonly Draft[] {
  const { resource, title, barcode, count = 1, partOf } = given;
  const unknown = { to: 'person', site: null, sealed: null, session: null, lentAt: null, due: null, canceled: false } as const;
  const set: LoanFields = { ...unknown, resource, title, barcode, count, partOf, ...back, exportedLent: null, exportedReturned: null };
  const loan = editOf(undefined, { type: 'loan', id }, set);
  const body = { resource, title, count, barcode: barcode === '' ? null : barcode, loan: id };
  return session === null ? loan : [{ kind: 'hand-out.returned', subject: { type: 'session', id: session }, body }, ...loan];
}

/**
 * A lending that never was, or a return that was none: then the loan is open again, unless it was a return alone. One that was made one
 * with its loan (`into`) opens that again, unless the loan has come back another way since.
 */
function undone(seen: Seen, id: string, { into, parts }: Ties, way: string): readonly Draft[] {
  if (way === 'lent') return edit(seen, id, { canceled: true });
  const loan = valuesOf(seen, id);
  if (way !== 'returned' || loan === undefined) return [];
  const ended = into === null ? undefined : valuesOf(seen, into);
  const again = into !== null && ended?.returnedAt === loan.returnedAt ? edit(seen, into, notBack) : [];
  if (loan.lentAt === null) return [...again, ...edit(seen, id, { canceled: true, returnedOn: loan.returnedOn ?? dayOf(loan) })];
  // What came back of it before is remembered for as long as the rest is out.
  return [...again, ...edit(seen, id, notBack), ...parts.flatMap((part) => edit(seen, part, { returnedOn: null }))];
}

interface Ties {
  readonly into: string | null;
  readonly parts: readonly string[];
}

/** Of a return that was none: it leaves the scope some day, the exact one does not matter. */
function dayOf({ returnedAt }: LoanFields): Day | null {
  return returnedAt?.slice(0, 10) ?? null;
}

/** A label read twice in a row, not one that has been out again meanwhile. */
function isSameReading(returnedAt: string | null, now: string): boolean {
  return returnedAt !== null && Math.abs(Date.parse(now) - Date.parse(returnedAt)) < sameReading;
}

function valuesOf(seen: Seen, id: string): LoanFields | undefined {
  const record = seen.record('loan', id);
  return record === undefined ? undefined : loansIn([record])[0]?.values;
}

function edit(seen: Seen, id: string, set: Partial<LoanFields>): readonly Draft[] {
  return editOf(seen.record('loan', id), { type: 'loan', id }, set);
}

function subjectsOf({ id, parts }: Loan): readonly Subject[] {
  return [id, ...parts].map((one) => ({ type: 'loan', id: one }));
}

function subjectOf({ id }: { readonly id: string }): Subject {
  return { type: 'loan', id };
}

/** Now, as the server's clock says it: lending and return may be told by two tablets. */
async function nowOf(store: Store): Promise<Result<string>> {
  const own = await read(store, () => self(store));
  return own.ok ? ok(instantOf(store.ports.now() + (own.value.clockOffset ?? 0))) : own;
}

function withCard(cardNumber: string): ContactDetails {
  return { name: '-', phone: '', email: '', address: '', birthDate: null, guardian: null, cardNumber, note: '' };
}
