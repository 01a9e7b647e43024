// Library cards: a number is linked to a sign-up inside its envelope; numbers of a range this device was given are taken in order.

import { cardAt, cardsIn, readCardNumber } from '../../domain/card.ts';
import type { CardRangeFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { cardRangeIn, cardRangeOf } from '../store/cards.ts';
import { type Draft, editOf } from '../store/draft.ts';
import { type ActionContext, capture, newRecordId } from './capture.ts';
import { correction } from './sign-ups.ts';

export function cardActions(context: ActionContext) {
  return {
    /** `contact` as it was opened. Problem besides storage's: input-invalid (`field` cardNumber) for an empty number. */
    linkCard: async (
      session: string,
      target: string,
      contact: ContactDetails,
      typed: string,
    ): Promise<Result<{ readonly number: string }>> => {
      const number = readCardNumber(typed);
      if (number === '') return failed('input-invalid', { field: 'cardNumber' });
      const draft = await correction(context, session, target, { ...contact, cardNumber: number });
      if (!draft.ok) return draft;
      const saved = await capture(context, { subjects: [draft.value.subject], plan: () => ok([draft.value]) });
      return saved.ok ? ok({ number }) : saved;
    },

    /** Takes the next number of a range and links it, in one save: no number is given twice. Problem: cards-used-up. */
    giveNextCard: async (
      session: string,
      target: string,
      contact: ContactDetails,
      range: string,
    ): Promise<Result<{ readonly number: string }>> => {
      const before = await cardRangeOf(context.store, range);
      if (!before.ok) return before;
      const { next } = before.value;
      if (next >= cardsIn(before.value)) return failed('cards-used-up');
      const number = cardAt(before.value, next);
      const draft = await correction(context, session, target, { ...contact, cardNumber: number });
      if (!draft.ok) return draft;
      const taken = await take(context, range, next, [], draft.value);
      return taken.ok ? ok({ number }) : taken;
    },

    /** The next card of a range is damaged or lost: its number is accounted for and not given. Problem: cards-used-up. */
    spoilNextCard: async (range: string): Promise<Result<{ readonly number: string }>> => {
      const before = await cardRangeOf(context.store, range);
      if (!before.ok) return before;
      const { next } = before.value;
      if (next >= cardsIn(before.value)) return failed('cards-used-up');
      const taken = await take(context, range, next, [next]);
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

/** Refused when another tab took the same number in between: asked again, the next one is taken. Problem: cards-taken-meanwhile. */
async function take(context: ActionContext, range: string, offset: number, spoiled: readonly number[], ...drafts: readonly Draft[]) {
  const subject = { type: 'card-range', id: range } as const;
  return capture(context, {
    subjects: [subject, ...drafts.map((draft) => draft.subject)],
    plan: (seen) => {
      const record = seen.record('card-range', range);
      const now = cardRangeIn(record);
      if (now === null || now.next !== offset) return failed('cards-taken-meanwhile');
      return ok([...drafts, ...editOf(record, subject, { next: offset + 1, spoiled: [...now.spoiled, ...spoiled] })]);
    },
  });
}
