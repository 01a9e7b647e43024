// Library cards: a number is linked to a sign-up inside its envelope; numbers of a range this device was given are taken in order.
// Each asks for the number a person saw, and a retry for the same one: a save whose answer was lost is found again, not done again.
// A card linked by hand may lie in the pile of this device: then it is gone from there.

import { cardAt, cardsIn, nextOf, offsetOf, readCardNumber, takenUpTo } from '../../domain/card.ts';
import type { CardRangeFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { cardRangeIn, cardRangeOf } from '../store/cards.ts';
import { type Draft, editOf } from '../store/draft.ts';
import { read } from '../store/read.ts';
import { type ActionContext, capture, newRecordId } from './capture.ts';
import { pilesWith, takenFrom } from './card-piles.ts';
import { correction } from './sign-ups.ts';

/** One try to give a card, made once for however many taps: `token` by `newToken`, `number` as it was shown. */
export interface CardTry {
  readonly token: string;
  readonly number: string;
}

export function cardActions(context: ActionContext) {
  return {
    /**
     * `contact` as it was opened, `from` as for `correction`; with the same `token` it is linked once. Problem besides storage's: input-invalid (`field` cardNumber) for an
     * empty number.
     */
    linkCard: async (
      session: string,
      target: string,
      contact: ContactDetails,
      typed: string,
      token?: string,
      from?: readonly string[],
    ): Promise<Result<{ readonly number: string }>> => {
      const number = readCardNumber(typed);
      if (number === '') return failed('input-invalid', { field: 'cardNumber' });
      const draft = await correction(context, { session, target, from }, { ...contact, cardNumber: number }, token);
      if (!draft.ok) return draft;
      const piles = await pilesWith(context.store, number);
      if (!piles.ok) return piles;
      const saved = await capture(context, {
        subjects: [draft.value.subject, ...piles.value.map((id) => ({ type: 'card-range' as const, id }))],
        plan: (seen) => ok([draft.value, ...piles.value.flatMap((id) => takenFrom(seen, id, number))]),
      });
      return saved.ok ? ok({ number }) : saved;
    },

    /**
     * Takes the next number of a range and links it, in one save: no number is given twice, and none of `linked`, which are known to be with
     * somebody. Problems: cards-used-up, cards-taken-meanwhile (the number shown is not the next any more), not-allowed (the range is another
     * device's).
     */
    giveNextCard: async (
      session: string,
      target: string,
      contact: ContactDetails,
      range: string,
      shown?: CardTry,
      linked: Iterable<string> = [],
      from?: readonly string[],
    ): Promise<Result<{ readonly number: string }>> => {
      const known = shown === undefined ? ok(undefined) : await read(context.store, () => context.store.facts.get({ id: shown.token }));
      if (!known.ok) return known;
      if (shown !== undefined && known.value !== undefined) return ok({ number: shown.number });
      const before = await cardRangeOf(context.store, range);
      if (!before.ok) return before;
      const next = nextOf(before.value, linked);
      if (next >= cardsIn(before.value)) return failed('cards-used-up');
      const number = cardAt(before.value, next);
      if (shown !== undefined && shown.number !== number) return failed('cards-taken-meanwhile');
      const draft = await correction(context, { session, target, from }, { ...contact, cardNumber: number }, shown?.token);
      if (!draft.ok) return draft;
      const taken = await take(context, range, before.value, { offset: next, isSpoiled: false }, draft.value);
      return taken.ok ? ok({ number }) : taken;
    },

    /** The next card of a range, the one shown, is damaged or lost: its number is accounted for and not given. Problems as when it is given. */
    spoilNextCard: async (range: string, shown?: string, linked: Iterable<string> = []): Promise<Result<{ readonly number: string }>> => {
      const before = await cardRangeOf(context.store, range);
      if (!before.ok) return before;
      const { spoiled } = before.value;
      const next = nextOf(before.value, linked);
      const wanted = shown === undefined ? next : offsetOf(before.value, shown);
      if (wanted !== null && shown !== undefined && spoiled.includes(wanted)) return ok({ number: shown });
      if (next >= cardsIn(before.value)) return failed('cards-used-up');
      if (wanted !== next) return failed('cards-taken-meanwhile');
      const taken = await take(context, range, before.value, { offset: next, isSpoiled: true });
      return taken.ok ? ok({ number: cardAt(before.value, next) }) : taken;
    },

    /** Makes a range (null) or changes one. */
    changeCardRange: async (id: string | null, set: Partial<CardRangeFields>): Promise<Result<{ readonly id: string }>> => {
      const subject = { type: 'card-range', id: id ?? newRecordId(context) } as const;
      const whole = id === null ? { device: null, next: 0, spoiled: [], archived: false, ...set } : set;
      const saved = await capture(context, {
        subjects: [subject],
        plan: (seen) => ok(editOf(seen.record('card-range', subject.id), subject, whole)),
      });
      return saved.ok ? ok({ id: subject.id }) : saved;
    },
  };
}

/**
 * Refused when another tab took the same number in between: asked again, the next one is taken; and when the range is not this device's,
 * since two devices that take from one range give the same number to two families.
 */
async function take(
  context: ActionContext,
  range: string,
  before: CardRangeFields,
  { offset, isSpoiled }: { readonly offset: number; readonly isSpoiled: boolean },
  ...drafts: readonly Draft[]
) {
  const subject = { type: 'card-range', id: range } as const;
  return capture(context, {
    subjects: [subject, ...drafts.map((draft) => draft.subject)],
    plan: (seen) => {
      const record = seen.record('card-range', range);
      const now = cardRangeIn(record);
      if (now === null || now.next !== before.next || now.given?.includes(offset)) return failed('cards-taken-meanwhile');
      if (now.device !== seen.identity.device) return failed('not-allowed', { field: 'device' });
      const spoiled = isSpoiled ? [...now.spoiled, offset] : now.spoiled;
      return ok([...drafts, ...editOf(record, subject, { ...takenUpTo(now, offset), spoiled })]);
    },
  });
}
