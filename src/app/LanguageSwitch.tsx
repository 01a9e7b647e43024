// The languages of the screens, each by its own name, so that who reads no English finds theirs. `withAutomatic` adds to follow the browser.

import { useState } from 'preact/hooks';
import type { Problem } from '../domain/problem.ts';
import { languages } from '../domain/shapes.ts';
import { useApp } from './context.ts';
import type { LanguageChoice } from './language.ts';
import css from './language-switch.module.css';
import { ProblemNotice } from './records/ProblemNotice.tsx';

export interface LanguageSwitchProps {
  readonly withAutomatic?: boolean;
}

export function LanguageSwitch({ withAutomatic }: LanguageSwitchProps) {
  const { language, text } = useApp();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const choices: readonly LanguageChoice[] = withAutomatic ? ['automatic', ...languages] : languages;
  const chosen = withAutomatic ? language.choice.value : text.language;

  async function choose(choice: LanguageChoice): Promise<void> {
    const answer = await language.choose(choice);
    setProblem(answer.ok ? undefined : answer.problem);
  }

  return (
    <fieldset data-print="no">
      <legend class={css.legend}>{text.shell.language.title}</legend>
      <div class={css.row}>
        {choices.map((each) => (
          <label class={css.choice} key={each} lang={each === 'automatic' ? undefined : each}>
            <input
              class={css.radio}
              type="radio"
              name="wayside-language"
              value={each}
              checked={each === chosen}
              onChange={() => choose(each)}
            />
            {each === 'automatic' ? text.shell.language.automatic : text.words.language[each]}
          </label>
        ))}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </fieldset>
  );
}
