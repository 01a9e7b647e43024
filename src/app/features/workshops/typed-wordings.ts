// The survey's words as they are typed, and as they are stored: a language whose words changed gets a new version.

import { type Day, type Language, languages } from '../../../domain/shapes.ts';
import { wordingVersion } from '../../../domain/sign-up-rules.ts';
import { openQuestions, outcomes, type SurveyWording, type SurveyWordings } from '../../../domain/survey.ts';

/** By outcome or question. */
export type TypedWording = Readonly<Record<string, string>>;
/** undefined: the words next in line hold. */
export type TypedWordings = Readonly<Partial<Record<Language, TypedWording | undefined>>>;

export function wordingToTyped({ statements, questions }: SurveyWording): TypedWording {
  return { ...statements, ...questions };
}

export function wordingsToTyped(saved: SurveyWordings | undefined): TypedWordings {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const wording = saved?.[language];
      return wording === undefined ? [] : [[language, wordingToTyped(wording)]];
    }),
  );
}

export function typedToWordings(typed: TypedWordings, saved: SurveyWordings | undefined, today: Day): SurveyWordings {
  const wordings: Partial<Record<Language, SurveyWording>> = {};
  for (const language of languages) {
    const given = typed[language] ?? {};
    const pick = (names: readonly string[]) =>
      Object.fromEntries(names.flatMap((name) => ((given[name] ?? '').trim() === '' ? [] : [[name, (given[name] ?? '').trim()]])));
    const [statements, questions] = [pick(outcomes), pick(openQuestions)];
    if (Object.keys(statements).length + Object.keys(questions).length === 0) continue;
    const before = saved?.[language];
    const said = JSON.stringify([statements, questions]);
    const isSame = before !== undefined && JSON.stringify([before.statements, before.questions]) === said;
    wordings[language] = isSame ? before : { version: wordingVersion(language, today, said), statements, questions };
  }
  return wordings;
}

export function versionsOf(saved: SurveyWordings | undefined): Readonly<Partial<Record<Language, string>>> {
  return Object.fromEntries(
    languages.flatMap((language) => (saved?.[language] === undefined ? [] : [[language, saved[language].version]])),
  );
}
