// A number and large keys to type it. The field takes a real keyboard too; `inputMode="none"` keeps the screen's own away.

import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './number-pad.module.css';

export interface NumberPadProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly error?: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onInput: (value: string) => void;
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0'] as const;
const mostDigits = 4;

export function NumberPad({ label, hint, value, error, inputRef, onInput }: NumberPadProps) {
  const { text } = useApp();
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={css.pad}>
      <label class={css.label} for={id}>
        {label}
      </label>
      {hint && (
        <p class={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class={css.error} id={`${id}-error`} role="alert">
          <Icon name="problem" /> {error}
        </p>
      )}
      <input
        id={id}
        ref={inputRef}
        class={css.number}
        inputMode="none"
        autocomplete="off"
        // biome-ignore lint/a11y/noAutofocus: the sheet was opened to type this number
        autoFocus
        value={value}
        aria-describedby={describedBy}
        aria-invalid={error === undefined ? undefined : 'true'}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <fieldset class={css.keys} aria-label={text.attendance.digits}>
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            class={css.key}
            onClick={() => onInput(`${value === '0' ? '' : value}${key}`.slice(0, mostDigits))}
          >
            {key}
          </button>
        ))}
        <button type="button" class={css.key} aria-label={text.attendance.deleteDigit} onClick={() => onInput(value.slice(0, -1))}>
          <Icon name="back" />
        </button>
      </fieldset>
    </div>
  );
}
