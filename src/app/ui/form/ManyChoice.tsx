// Any number of a few, as cards to tap: real checkboxes, with room for a thumb. Chips are the small sort of it.
import { classes } from '../classes.ts';
import css from './choice.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';
import { GroupFrame } from './GroupFrame.tsx';

export interface ManyChoiceProps<Value extends string> extends FieldProps {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
}

export function ManyChoice<Value extends string>(props: ManyChoiceProps<Value>) {
  const wiring = useFieldWiring(props);
  const toggle = (value: Value, chosen: boolean) =>
    // In the order of the choices, so that the order of tapping never shows.
    props.onChange(props.choices.map((one) => one.value).filter((each) => (each === value ? chosen : props.values.includes(each))));
  return (
    <GroupFrame field={props} wiring={wiring}>
      <div class={classes(css.choices, css.large)}>
        {props.choices.map((choice, place) => (
          <label class={css.card} key={choice.value}>
            <input
              class={css.mark}
              id={place === 0 ? wiring.id : undefined}
              type="checkbox"
              name={props.name}
              value={choice.value}
              checked={props.values.includes(choice.value)}
              aria-invalid={place === 0 ? wiring.invalid : undefined}
              aria-describedby={place === 0 && wiring.error !== undefined ? wiring.errorId : undefined}
              onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
            />
            <span class={css.title}>{choice.label}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
