// Which languages the first screen offers, and in which order.

import { type Language, languages } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { GroupFrame } from '../../ui/form/GroupFrame.tsx';
import { useFieldWiring } from '../../ui/form/field-wiring.ts';
import css from './hand-over.module.css';

export interface LanguageOrderProps {
  readonly chosen: readonly Language[];
  readonly onChange: (chosen: readonly Language[]) => void;
}

export function LanguageOrder({ chosen, onChange }: LanguageOrderProps) {
  const { text } = useApp();
  const words = text.handOver;
  const field = { name: 'languages', label: words.languages, hint: words.languagesHint };
  const wiring = useFieldWiring(field);
  const all = [...chosen, ...languages.filter((language) => !chosen.includes(language))];
  return (
    <GroupFrame field={field} wiring={wiring}>
      <div class={css.languages} id={wiring.id} tabIndex={-1}>
        {all.map((language) => {
          const at = chosen.indexOf(language);
          const name = text.words.language[language];
          return (
            <div class={css.language} key={language}>
              <CheckboxField
                name={`language-${language}`}
                label={name}
                checked={at >= 0}
                onChange={(on) => onChange(on ? [...chosen, language] : chosen.filter((one) => one !== language))}
              />
              <IconButton
                icon="up"
                label={words.first(name)}
                disabled={at < 1}
                onClick={() =>
                  onChange([...chosen.slice(0, at - 1), language, ...chosen.filter((one, place) => place >= at - 1 && one !== language)])
                }
              />
            </div>
          );
        })}
      </div>
    </GroupFrame>
  );
}
