// The first screen: the library's name and a large button for each language, in that language. Staff have a small one below. What had the
// focus before is gone with the visitor, or with the staff who handed the device over: it begins at the top.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Language } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import css from './kiosk.module.css';

export interface AttractScreenProps {
  readonly library: string;
  readonly languages: readonly Language[];
  readonly texts: ReadonlyMap<Language, Text>;
  readonly onStart: (language: Language) => void;
  readonly onStaff: () => void;
}

export function AttractScreen({ library, languages, texts, onStart, onStaff }: AttractScreenProps) {
  const { text } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main class={css.attract} id="main">
      <h1 class={css.title} ref={heading} tabIndex={-1} translate={false}>
        {library}
      </h1>
      <ul class={css.languages} data-marks="none">
        {languages.map((language) => {
          const words = texts.get(language);
          if (words === undefined) return null;
          return (
            <li key={language}>
              <button type="button" class={css.language} lang={language} onClick={() => onStart(language)}>
                <span class={css.own}>{words.words.language[language]}</span>
                <span>{words.kiosk.start}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div class={css.staff}>
        <Button look="quiet" icon="lock" onClick={onStaff}>
          {text.kiosk.staff}
        </Button>
      </div>
    </main>
  );
}
