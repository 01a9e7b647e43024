// One line of text. Autocomplete is off unless asked for: tablets here are shared, and nobody may see what
// the person before them typed. Names take any script and are never corrected or capitalized by force.
// `autoCorrect` in this spelling is the attribute; as `autocorrect` it is a property, of which 'off' means on.
// `keyboard` chooses the keys, not what is valid: that is the form's check, which can say how to mend it.
import type { Ref } from 'preact';
import { classes } from '../classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur?: () => void;
  readonly keyboard?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  readonly autocomplete?: string;
  readonly width?: 'short' | 'medium' | 'full';
  readonly maxLength?: number;
  readonly capitalize?: 'off' | 'words' | 'sentences' | 'characters';
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  /** Codes and keys: letters of one width. */
  readonly code?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const wiring = useFieldWiring(props);
  const { width = 'full' } = props;
  return (
    <FieldFrame field={props} wiring={wiring}>
      <input
        ref={props.inputRef}
        class={classes(css.control, width !== 'full' && css[width], props.code && css.code)}
        id={wiring.id}
        name={props.name}
        type="text"
        inputMode={props.keyboard}
        autocomplete={props.autocomplete ?? 'off'}
        autocapitalize={props.capitalize ?? 'off'}
        autoCorrect="off"
        spellcheck={false}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        disabled={props.disabled}
        readOnly={props.readOnly}
        value={props.value}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onBlur}
      />
    </FieldFrame>
  );
}
