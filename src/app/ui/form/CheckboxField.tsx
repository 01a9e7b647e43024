// One yes or no, such as a consent. The whole card is the target. Never ticked beforehand for a consent:
// that is the caller's to keep.
import { FieldError } from './FieldError.tsx';
import choice from './choice.module.css';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface CheckboxFieldProps extends FieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function CheckboxField(props: CheckboxFieldProps) {
  const wiring = useFieldWiring(props);
  return (
    <div class={wiring.error === undefined ? css.field : `${css.field} ${css.wrong}`}>
      <FieldError wiring={wiring} />
      <label class={choice.card}>
        <input
          class={choice.mark}
          id={wiring.id}
          name={props.name}
          type="checkbox"
          checked={props.checked}
          disabled={props.disabled}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span class={choice.words}>
          <span class={choice.title}>{props.label}</span>
          {props.hint && (
            <span class={choice.hint} id={wiring.hintId}>
              {props.hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
