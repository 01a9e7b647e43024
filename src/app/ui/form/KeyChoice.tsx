// One of a few short words, as keys in a row that wraps: quicker under a thumb than ChoiceGroup where no hint is needed. Real radio
// buttons.
import { useId } from 'preact/hooks';
import { classes } from '../classes.ts';
import css from './key-choice.module.css';

export interface KeyChoiceProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Narrow keys, for words of a few letters. */
  readonly compact?: boolean;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
}

export function KeyChoice<Value extends string>({ legend, value, onChange, compact, choices }: KeyChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend class={css.legend}>{legend}</legend>
      <div class={classes(css.row, compact && css.compact)}>
        {choices.map((choice) => (
          <label class={css.key} key={choice.value}>
            <input
              class={css.radio}
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
