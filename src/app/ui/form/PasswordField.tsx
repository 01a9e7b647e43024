// A password, passphrase or PIN, which can be shown: people mistype what they cannot see, and a passphrase
// mistyped when it is made locks out a library.
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '../button/IconButton.tsx';
import { classes } from '../classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface PasswordFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly autocomplete?: 'current-password' | 'new-password' | 'off' | 'one-time-code';
  /** Digits only, such as a PIN. */
  readonly numeric?: boolean;
  readonly width?: 'short' | 'medium' | 'full';
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function PasswordField(props: PasswordFieldProps) {
  const wiring = useFieldWiring(props);
  const [shown, setShown] = useState(false);
  const { width = 'full' } = props;
  const attributes = {
    ref: props.inputRef,
    class: css.control,
    id: wiring.id,
    name: props.name,
    inputMode: props.numeric ? 'numeric' : undefined,
    autocomplete: props.autocomplete ?? 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: false,
    value: props.value,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid,
    onInput: (event: Event) => {
      if (event.currentTarget instanceof HTMLInputElement) props.onInput(event.currentTarget.value);
    },
  } as const;
  return (
    <FieldFrame field={props} wiring={wiring}>
      <div class={classes(css.withSides, width !== 'full' && css[width])}>
        {shown ? <input type="text" {...attributes} /> : <input type="password" {...attributes} />}
        <IconButton icon={shown ? 'hide' : 'show'} label={shown ? props.hideLabel : props.showLabel} onClick={() => setShown(!shown)} />
      </div>
    </FieldFrame>
  );
}
