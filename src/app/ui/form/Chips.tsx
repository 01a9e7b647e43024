// Any number of a few, as chips to tap: real checkboxes. A chosen chip has a tick as well as its color.
import { Icon } from '../Icon.tsx';
import css from './choice.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';
import { GroupFrame } from './GroupFrame.tsx';

export interface ChipsProps<Value extends string> extends FieldProps {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

export function Chips<Value extends string>(props: ChipsProps<Value>) {
  const wiring = useFieldWiring(props);
  const toggle = (value: Value, chosen: boolean) =>
    props.onChange(
      // In the order of the options, so that the order of tapping never shows.
      props.options.map((option) => option.value).filter((each) => (each === value ? chosen : props.values.includes(each))),
    );
  return (
    <GroupFrame field={props} wiring={wiring}>
      <div class={css.chips}>
        {props.options.map((option, place) => (
          <label class={css.chip} key={option.value}>
            <input
              class={css.chipMark}
              id={place === 0 ? wiring.id : undefined}
              type="checkbox"
              name={props.name}
              value={option.value}
              checked={props.values.includes(option.value)}
              onChange={(event) => toggle(option.value, event.currentTarget.checked)}
            />
            <Icon name="check" class={css.tick} />
            {option.label}
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
