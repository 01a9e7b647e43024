// One of many, in the device's own picker. For seven or fewer choices ChoiceGroup is quicker with a thumb.
import { Icon } from '../Icon.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly options: readonly SelectOption[];
  /** Shown, with an empty value, while nothing is chosen. */
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export function SelectField(props: SelectFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <div class={css.select}>
        <select
          class={css.control}
          id={wiring.id}
          name={props.name}
          disabled={props.disabled}
          value={props.value}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onChange={(event) => props.onInput(event.currentTarget.value)}
        >
          {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
    </FieldFrame>
  );
}
