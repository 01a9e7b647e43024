// How a field finds its form: the ids that tie label, hint, error and control together, and the problem
// the form reports for it. A field outside a Form works too and then shows only its own error.
import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';

export interface FieldProblem {
  /** The field's name. */
  readonly field: string;
  /** A sentence that says how to mend it. */
  readonly message: string;
}

export interface FormWiring {
  readonly prefix: string;
  readonly problems: readonly FieldProblem[];
}

export const FormContext = createContext<FormWiring | undefined>(undefined);

/** What every field takes. Sentences are the caller's. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Only outside a Form, or to override what the Form reports. */
  readonly error?: string;
  /** Said after the label of a field that may stay empty, such as "(optional)". */
  readonly optional?: string;
  readonly labelHidden?: boolean;
}

export interface FieldWiring {
  readonly id: string;
  readonly labelId: string;
  readonly hintId: string;
  readonly errorId: string;
  readonly error: string | undefined;
  /** For aria-describedby: error first, then hint. */
  readonly describedBy: string | undefined;
  readonly invalid: 'true' | undefined;
}

export function useFieldWiring({ name, hint, error }: FieldProps): FieldWiring {
  const ownId = useId();
  const form = useContext(FormContext);
  const id = form ? fieldId(form.prefix, name) : `${ownId}-${name}`;
  const shown = error ?? form?.problems.find((problem) => problem.field === name)?.message;
  const ids = [shown && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    labelId: `${id}-label`,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error: shown,
    describedBy: ids || undefined,
    invalid: shown ? 'true' : undefined,
  };
}

export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name}`;
}
