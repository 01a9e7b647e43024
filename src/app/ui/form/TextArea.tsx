// Several lines of text. Spelling is checked here, because what goes in are sentences; of a list of names it is not: some browsers would send
// them away to be checked.
import { classes } from '../classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: () => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly disabled?: boolean;
  /** One a line: never corrected. */
  readonly holds?: 'names';
}

export function TextArea(props: TextAreaProps) {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <textarea
        class={classes(css.control, css.area)}
        id={wiring.id}
        name={props.name}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        disabled={props.disabled}
        autocomplete="off"
        {...(props.holds === 'names' ? { autoCorrect: 'off', autocapitalize: 'words', spellcheck: false } : {})}
        value={props.value}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onBlur}
      />
    </FieldFrame>
  );
}
