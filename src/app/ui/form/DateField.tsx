// A day near today, in the device's own picker; the value is YYYY-MM-DD or empty. Not for birth dates,
// which people write in their own way: use a TextField for those.
import { classes } from '../classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface DateFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly disabled?: boolean;
}

export function DateField(props: DateFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <input
        class={classes(css.control, css.number, css.medium)}
        id={wiring.id}
        name={props.name}
        type="date"
        autocomplete="off"
        min={props.min}
        max={props.max}
        disabled={props.disabled}
        value={props.value}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
