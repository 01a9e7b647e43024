// The words of the survey in each of the library's languages. Left empty everywhere, the words next in line are shown.

import type { Language } from '../../../domain/shapes.ts';
import { openQuestions, outcomes } from '../../../domain/survey.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { type TypedWording, type TypedWordings, wordingToTyped } from './typed-wordings.ts';
import css from './workshops.module.css';

export interface WordingFieldsProps {
  /** Of each language: it follows that of what they stand in. */
  readonly heading: 'h2' | 'h3';
  readonly languages: readonly Language[];
  readonly typed: TypedWordings;
  readonly versions: Readonly<Partial<Record<Language, string>>>;
  readonly onChange: (typed: TypedWordings) => void;
}

export function WordingFields({ heading: Heading, languages, typed, versions, onChange }: WordingFieldsProps) {
  const { text } = useApp();
  const words = text.workshops.settings;
  const { survey, ours } = text.workshops;
  return (
    <>
      {languages.map((language) => {
        const own = typed[language];
        const set = (part: Partial<TypedWording>) => onChange({ ...typed, [language]: { ...(own ?? {}), ...part } });
        const version = versions[language];
        return (
          <section key={language} class={css.part} aria-label={text.words.language[language]}>
            <Heading>{text.words.language[language]}</Heading>
            <p>{own === undefined ? words.ours : [words.notAsked, ...(version === undefined ? [] : [words.version(version)])].join(' ')}</p>
            {[...outcomes, ...openQuestions].map((name) => (
              <TextField
                key={name}
                name={`${language}-${name}`}
                label={name === 'liked' || name === 'improve' ? survey.question[name] : words.statement(survey.outcome[name])}
                maxLength={300}
                value={own?.[name] ?? ''}
                onInput={(value) => set({ [name]: value })}
              />
            ))}
            <div>
              {own !== undefined ? (
                <Button look="quiet" onClick={() => onChange({ ...typed, [language]: undefined })}>
                  {words.useOurs}
                </Button>
              ) : (
                language === text.language && (
                  <Button look="quiet" onClick={() => set(wordingToTyped(ours))}>
                    {words.startFromOurs}
                  </Button>
                )
              )}
            </div>
          </section>
        );
      })}
    </>
  );
}
