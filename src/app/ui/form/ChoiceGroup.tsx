// One of a few, as cards to tap: real radio buttons, so arrow keys move and forms and screen readers know
// them. value is undefined until the person has chosen.
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../Icon.tsx';
import css from './choice.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';
import { GroupFrame } from './GroupFrame.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
}

export interface ChoiceGroupProps<Value extends string> extends FieldProps {
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  /** Side by side as far as there is room; otherwise one below the other. */
  readonly columns?: boolean;
  /** 72 px cards, for the kiosk. */
  readonly large?: boolean;
}

export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const wiring = useFieldWiring(props);
  return (
    <GroupFrame field={props} wiring={wiring} role="radiogroup">
      <div class={classes(css.choices, props.columns && css.columns, props.large && css.large)}>
        {props.choices.map((choice, place) => (
          <label class={css.card} key={choice.value}>
            <input
              class={classes(css.mark, css.round)}
              id={place === 0 ? wiring.id : undefined}
              type="radio"
              name={wiring.id}
              value={choice.value}
              checked={choice.value === props.value}
              aria-describedby={place === 0 && wiring.error !== undefined ? wiring.errorId : undefined}
              onChange={() => props.onChange(choice.value)}
            />
            {choice.icon && <Icon name={choice.icon} />}
            <span class={css.words}>
              <span class={css.title}>{choice.label}</span>
              {choice.hint && <span class={css.hint}>{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
