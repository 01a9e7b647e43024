// A whole number, typed on the number keys or stepped with two keys beside it. The value is text and stays
// what was typed, also when it is no number: the form's check says so, and nothing typed is lost. Not
// type=number, whose value vanishes on a wrong key and changes under a scrolling finger.
import { IconButton } from '../button/IconButton.tsx';
import { classes } from '../classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface NumberFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly min?: number;
  readonly max?: number;
  /** With these labels the field gets its two stepping keys. */
  readonly steps?: { readonly less: string; readonly more: string };
  readonly inputRef?: { current: HTMLInputElement | null };
}

export function NumberField(props: NumberFieldProps) {
  const wiring = useFieldWiring(props);
  const { steps, min = 0, max = Number.MAX_SAFE_INTEGER } = props;
  const number = /^\d+$/.test(props.value.trim()) ? Number(props.value) : undefined;
  const step = (by: number) => props.onInput(String(Math.min(max, Math.max(min, (number ?? min) + by))));
  const input = (
    <input
      ref={props.inputRef}
      class={classes(css.control, css.number, !steps && css.short)}
      id={wiring.id}
      name={props.name}
      type="text"
      inputMode="numeric"
      autocomplete="off"
      value={props.value}
      aria-describedby={wiring.describedBy}
      aria-invalid={wiring.invalid}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (!steps || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        step(event.key === 'ArrowUp' ? 1 : -1);
      }}
    />
  );
  return (
    <FieldFrame field={props} wiring={wiring}>
      {steps ? (
        <div class={classes(css.withSides, css.stepped)}>
          <IconButton icon="minus" look="plain" label={steps.less} onClick={() => step(-1)} />
          {input}
          <IconButton icon="add" look="plain" label={steps.more} onClick={() => step(1)} />
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
