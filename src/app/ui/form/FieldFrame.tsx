// What stands around a single control: its label above, a hint, and the error beside it. Groups of choices
// use GroupFrame, whose label is a legend.
import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { FieldError } from './FieldError.tsx';
import css from './field.module.css';
import type { FieldProps, FieldWiring } from './field-wiring.ts';

export interface FieldFrameProps {
  readonly field: FieldProps;
  readonly wiring: FieldWiring;
  readonly children: ComponentChildren;
}

export function FieldFrame({ field, wiring, children }: FieldFrameProps) {
  return (
    <div class={classes(css.field, wiring.error !== undefined && css.wrong)}>
      <label class={classes(css.label, field.labelHidden && css.hiddenLabel)} id={wiring.labelId} for={wiring.id}>
        {field.label} {field.optional && <span class={css.optional}>{field.optional}</span>}
      </label>
      {field.hint && (
        <p class={css.hint} id={wiring.hintId}>
          {field.hint}
        </p>
      )}
      <FieldError wiring={wiring} />
      {children}
    </div>
  );
}
