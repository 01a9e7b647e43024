// Sign-ups: contact details are sealed to the library's key before anything is written. In clear they exist in these calls only.

import { initialsOf } from '../../domain/initials.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { type Fact, readFact } from '../../domain/fact.ts';
import type { ContactDetails, SealedBox, SignUpTaken } from '../../domain/sign-up.ts';
import { longId } from '../../protocol/ids.ts';
import type { SealContext } from '../seal/hpke.ts';
import type { Store } from '../store/db.ts';
import type { Draft } from '../store/draft.ts';
import { read } from '../store/read.ts';
import { sealingKey } from '../store/records.ts';
import { identity } from '../store/identity.ts';
import { signUpsOf } from '../store/sign-ups.ts';
import { type ActionContext, capture, captureOne } from './capture.ts';
import { pilesWith, takenFrom } from './card-piles.ts';
import { type Initials, rememberInitials } from './initials.ts';

export interface NewSignUp
  extends Pick<SignUpTaken, 'for' | 'program' | 'programSession' | 'prepared' | 'language' | 'ageBand' | 'consent'> {
  readonly contact: ContactDetails;
  /** Made once per form (`newToken`): saving the same form twice makes one sign-up. */
  readonly token?: string;
}

export function signUpActions(context: ActionContext) {
  return {
    /**
     * A card number in `contact` leaves this device's pile in the same save. `card`: 'next' when it was offered as the next of the pile; then
     * nothing is saved when somebody got it in between (cards-taken-meanwhile). Problems besides that and storage's: sealing-key-missing (the
     * library has none yet), input-invalid (`field`).
     */
    takeSignUp: async (session: string, signUp: NewSignUp, card: 'next' | 'any' = 'any') => {
      const known = card === 'next' ? await read(context.store, () => savedAs(context.store, signUp.token)) : ok(null);
      if (!known.ok) return known;
      if (known.value !== null) return ok({ fact: known.value });
      const draft = await sealedDraft(context, session, signUp);
      if (!draft.ok) return draft;
      const { cardNumber } = signUp.contact;
      const piles = cardNumber === '' ? ok([]) : await pilesWith(context.store, cardNumber);
      if (!piles.ok) return piles;
      const people = [initialsFor({ session, target: draft.value.id }, draft.value.id, signUp.contact)];
      const saved = await captureOne(context, {
        subjects: [draft.value.subject, ...piles.value.map((id) => ({ type: 'card-range' as const, id }))],
        plan: (seen) => {
          const taken = piles.value.flatMap((id) => takenFrom(seen, id, cardNumber));
          return card === 'next' && taken.length === 0 ? failed('cards-taken-meanwhile') : ok([draft.value, ...taken]);
        },
      });
      if (saved.ok) remember(context, people);
      return saved;
    },

    /** Several at once, all or none: what a family fills in is saved when it is whole. Problems as for one. */
    takeSignUps: async (session: string, signUps: readonly NewSignUp[]): Promise<Result<readonly Fact[]>> => {
      const drafts: Draft[] = [];
      for (const signUp of signUps) {
        const draft = await sealedDraft(context, session, signUp);
        if (!draft.ok) return draft;
        drafts.push(draft.value);
      }
      const people = signUps.map(({ contact }, at) => {
        const id = drafts[at]?.id ?? '';
        return initialsFor({ session, target: id }, id, contact);
      });
      const saved = await capture(context, { subjects: [{ type: 'session', id: session }], plan: () => ok(drafts) });
      if (saved.ok) remember(context, people);
      return saved;
    },

    /** New contact details over a sign-up; the old envelope stays in the history. `from` as for `correction`. */
    correctSignUp: async (session: string, target: string, contact: ContactDetails, from?: readonly string[]) => {
      const draft = await correction(context, { session, target, from }, contact);
      if (!draft.ok) return draft;
      const people = [initialsFor({ session, target }, draft.value.id, contact)];
      const saved = await captureOne(context, { subjects: [draft.value.subject], plan: () => ok([draft.value]) });
      if (saved.ok) remember(context, people);
      return saved;
    },

    /** Somebody on the roster of `session` is here. Marked already: nothing to do. Taken back like any entry of the session's log. */
    checkIn: (session: string, target: string) => {
      const subject = { type: 'session', id: session } as const;
      return captureOne(context, {
        subjects: [subject],
        plan: (seen) =>
          ok((seen.session(session).totals.checkedIn?.[target] ?? 0) > 0 ? [] : [{ kind: 'check-in.marked', subject, body: { target } }]),
      });
    },
  };
}

/** What an earlier try with this token saved. */
async function savedAs(store: Store, token: string | undefined): Promise<Fact | null> {
  const row = token === undefined ? undefined : await store.facts.get({ id: token });
  const fact = row === undefined ? null : readFact(row.text);
  return fact?.ok ? fact.value : null;
}

function initialsFor({ session, target }: SignUpRef, from: string, { name }: ContactDetails): Initials {
  return { signUp: target, session, from, initials: initialsOf(name) };
}

/** Nobody waits for it: who saved is told so, and without initials the roster shows a number. */
function remember({ store }: ActionContext, people: readonly Initials[]): void {
  rememberInitials(store, people).catch(() => {
    // A browser that keeps no keys, or is being closed.
  });
}

async function sealedDraft(
  context: ActionContext,
  session: string,
  { contact, token, ...body }: NewSignUp,
): Promise<Result<Draft & { readonly id: string }>> {
  const id = token ?? longId(context.store.ports.random);
  const sealed = await seal(context, id, 'sign-up.taken', contact);
  if (!sealed.ok) return sealed;
  return ok({ kind: 'sign-up.taken', subject: { type: 'session', id: session }, id, body: { ...body, sealed: sealed.value } });
}

/** A sign-up: the session it was taken in, and its fact. */
export interface SignUpRef {
  readonly session: string;
  readonly target: string;
  /** [S51] The facts whose envelopes its details were opened from, so that what came in meanwhile is not passed over; not given: that of what counts here now. */
  readonly from?: readonly string[] | undefined;
}

/** The draft that puts new contact details over a sign-up; other actions save it beside what belongs to it. */
export async function correction(
  context: ActionContext,
  { session, target, from }: SignUpRef,
  contact: ContactDetails,
  token?: string,
): Promise<Result<Draft & { readonly id: string }>> {
  const bases = from === undefined ? await read(context.store, () => countingIn(context.store, session, target)) : ok(from);
  if (!bases.ok) return bases;
  const id = token ?? longId(context.store.ports.random);
  const sealed = await seal(context, id, 'sign-up.corrected', contact);
  if (!sealed.ok) return sealed;
  return ok({
    kind: 'sign-up.corrected',
    subject: { type: 'session', id: session },
    id,
    body: { target, sealed: sealed.value, bases: bases.value },
  });
}

async function countingIn(store: Store, session: string, target: string): Promise<readonly string[]> {
  return (await signUpsOf(store, session)).filter(({ fact }) => fact.id === target).map(({ sealedIn }) => sealedIn.id);
}

export async function seal(
  context: ActionContext,
  fact: string,
  kind: SealContext['kind'],
  contact: ContactDetails,
): Promise<Result<SealedBox>> {
  const found = await read(context.store, () => Promise.all([identity(context.store), sealingKey(context.store)]));
  if (!found.ok) return found;
  const [who, key] = found.value;
  if (who === null) return failed('not-enrolled');
  if (key === null) return failed('sealing-key-missing');
  const { sealContact } = await import('../seal/hpke.ts');
  return sealContact(key.publicKey, key.id, { library: who.library, fact, kind }, contact);
}
