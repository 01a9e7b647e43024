// A time of day, in the device's own picker and in the reader's own 12 or 24 hours; the value is HH:MM or empty.
import { classes } from '../classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface TimeFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly disabled?: boolean;
}

export function TimeField(props: TimeFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <input
        class={classes(css.control, css.number, css.short)}
        id={wiring.id}
        name={props.name}
        type="time"
        autocomplete="off"
        disabled={props.disabled}
        value={props.value}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
