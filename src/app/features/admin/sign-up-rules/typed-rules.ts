// The rules as they are typed, what is wrong with them, and back again. What this form does not know stays as it was saved.

import type { Day, Language } from '../../../../domain/shapes.ts';
import { languages } from '../../../../domain/shapes.ts';
import {
  type AskedField,
  type Asking,
  type ConsentWording,
  rulesFor,
  type SignUpRules,
  wordingVersion,
} from '../../../../domain/sign-up-rules.ts';
import { type SignUpKind, signUpKinds } from '../../../../domain/sign-up.ts';
import type { Text } from '../../../text/text.ts';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';

export interface TypedKind {
  readonly fields: Readonly<Partial<Record<AskedField, Asking>>>;
  readonly reachable: boolean;
  readonly guardianUnder: string;
  readonly signatureUnder: string;
}

export interface TypedRules {
  readonly kinds: Readonly<Record<SignUpKind, TypedKind>>;
  /** Empty: our own wording. */
  readonly consents: Readonly<Partial<Record<Language, string>>>;
  readonly keepDays: string;
  readonly kioskIdleSeconds: string;
}

export function rulesToTyped(rules: SignUpRules): TypedRules {
  const typed = (kind: SignUpKind): TypedKind => {
    const { fields, reachable, guardianUnder, signatureUnder } = rulesFor(rules, kind);
    return { fields, reachable, guardianUnder: String(guardianUnder), signatureUnder: String(signatureUnder) };
  };
  const { card, program, newsletter, reading_challenge, volunteering } = {
    card: typed('card'),
    program: typed('program'),
    newsletter: typed('newsletter'),
    reading_challenge: typed('reading_challenge'),
    volunteering: typed('volunteering'),
  };
  return {
    kinds: { card, program, newsletter, reading_challenge, volunteering },
    consents: Object.fromEntries(languages.map((language) => [language, rules.consents[language]?.text ?? ''])),
    keepDays: String(rules.keepDays),
    kioskIdleSeconds: String(rules.kioskIdleSeconds),
  };
}

export function rulesProblems(typed: TypedRules, words: Text['asking']): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  for (const kind of signUpKinds) {
    for (const field of ['guardianUnder', 'signatureUnder'] as const)
      if (!isWhole(typed.kinds[kind][field], 0, 21)) found.push({ field: `${kind}-${field}`, message: words.wrong.years });
  }
  for (const language of languages)
    if ((typed.consents[language] ?? '').length > 10_000) found.push({ field: `consent-${language}`, message: words.wrong.wording });
  if (!isWhole(typed.keepDays, 1, 730)) found.push({ field: 'keepDays', message: words.wrong.keepDays });
  if (!isWhole(typed.kioskIdleSeconds, 15, 600)) found.push({ field: 'kioskIdleSeconds', message: words.wrong.kioskIdle });
  return found;
}

/** `typed` has no problems. */
export function typedToRules(typed: TypedRules, saved: SignUpRules, today: Day): SignUpRules {
  const consents: Partial<Record<Language, ConsentWording>> = {};
  for (const language of languages) {
    const text = (typed.consents[language] ?? '').trim();
    const before = saved.consents[language];
    if (text === '') continue;
    consents[language] = before?.text === text ? before : { ...before, text, version: wordingVersion(language, today, text) };
  }
  return {
    ...saved,
    kinds: {
      ...saved.kinds,
      ...Object.fromEntries(
        signUpKinds.map((kind) => {
          const { fields, reachable, guardianUnder, signatureUnder } = typed.kinds[kind];
          const own = { fields, reachable, guardianUnder: Number(guardianUnder), signatureUnder: Number(signatureUnder) };
          return [kind, { ...rulesFor(saved, kind), ...own }];
        }),
      ),
    },
    consents,
    keepDays: Number(typed.keepDays),
    kioskIdleSeconds: Number(typed.kioskIdleSeconds),
  };
}

function isWhole(text: string, least: number, most: number): boolean {
  const written = text.trim();
  return /^\d{1,4}$/.test(written) && Number(written) >= least && Number(written) <= most;
}
