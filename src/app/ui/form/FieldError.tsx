// The error beside a field. Not a live region: the summary has the focus and has just been read.
import { Icon } from '../Icon.tsx';
import css from './field.module.css';
import type { FieldWiring } from './field-wiring.ts';

export function FieldError({ wiring }: { readonly wiring: FieldWiring }) {
  if (wiring.error === undefined) return null;
  return (
    <p class={css.error} id={wiring.errorId}>
      <Icon name="problem" />
      <span>{wiring.error}</span>
    </p>
  );
}
