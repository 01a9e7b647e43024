// What stands around a group of choices: a legend that asks the question, a hint, the error. The summary's
// link leads to the first choice, which therefore carries the field's id, and the error as well: not every
// screen reader says what describes a group.
import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { FieldError } from './FieldError.tsx';
import css from './field.module.css';
import type { FieldProps, FieldWiring } from './field-wiring.ts';

export interface GroupFrameProps {
  readonly field: FieldProps;
  readonly wiring: FieldWiring;
  readonly role?: 'radiogroup';
  readonly children: ComponentChildren;
}

export function GroupFrame({ field, wiring, role, children }: GroupFrameProps) {
  return (
    <fieldset
      class={classes(css.field, wiring.error !== undefined && css.wrong)}
      role={role}
      aria-describedby={wiring.describedBy}
      aria-invalid={role === 'radiogroup' ? wiring.invalid : undefined}
    >
      <legend class={classes(css.label, field.labelHidden && css.hiddenLabel)}>
        {field.label} {field.optional && <span class={css.optional}>{field.optional}</span>}
      </legend>
      {field.hint && (
        <p class={css.hint} id={wiring.hintId}>
          {field.hint}
        </p>
      )}
      <FieldError wiring={wiring} />
      {children}
    </fieldset>
  );
}
