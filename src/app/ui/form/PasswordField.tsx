// A password, passphrase or PIN, which can be shown: people mistype what they cannot see, and a passphrase mistyped when it is made locks
// out a library. A browser offers to keep whatever is typed into a password field, whatever `autocomplete` says, and fills it in for the
// next person: on a shared tablet that is the next visitor, or a thief. So only the password of somebody's own account is one; PINs and
// passphrases are text that is drawn as dots.
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '../button/IconButton.tsx';
import { classes } from '../classes.ts';
import { FieldFrame } from './FieldFrame.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

/** Of one's own account, which a browser may keep. */
interface OwnPassword {
  readonly kind: 'current-password' | 'new-password';
}

/** Shared by a library, or asked for on a shared device: kept by no browser. A PIN has digits only. */
interface SharedSecret {
  readonly kind: 'passphrase' | 'pin';
  /** After the field's name while dots are drawn, such as "(hidden)": of a password field screen readers say so themselves. */
  readonly hiddenLabel: string;
}

export type PasswordFieldProps = FieldProps &
  (OwnPassword | SharedSecret) & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly showLabel: string;
    readonly hideLabel: string;
    readonly width?: 'short' | 'medium' | 'full';
    readonly inputRef?: Ref<HTMLInputElement>;
  };

const autocompletes = {
  'current-password': 'current-password',
  'new-password': 'new-password',
  passphrase: 'off',
  pin: 'one-time-code', // the one kind of secret that browsers never offer to keep
} as const;

export function PasswordField(props: PasswordFieldProps) {
  const wiring = useFieldWiring(props);
  const [shown, setShown] = useState(false);
  const { width = 'full' } = props;
  const isText = shown || ('hiddenLabel' in props && canDrawDots());
  const isHiddenId = 'hiddenLabel' in props && !shown ? `${wiring.id}-hidden` : undefined;
  const attributes = {
    ref: props.inputRef,
    class: classes(css.control, isText && !shown && css.dots),
    id: wiring.id,
    name: props.name,
    inputMode: props.kind === 'pin' ? 'numeric' : undefined,
    autocomplete: autocompletes[props.kind],
    autocapitalize: 'off',
    autoCorrect: 'off',
    spellcheck: false,
    value: props.value,
    'aria-labelledby': isHiddenId && `${wiring.labelId} ${isHiddenId}`,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid,
    onInput: (event: Event) => {
      if (event.currentTarget instanceof HTMLInputElement) props.onInput(event.currentTarget.value);
    },
  } as const;
  return (
    <FieldFrame field={props} wiring={wiring}>
      <div class={classes(css.withSides, width !== 'full' && css[width])}>
        {isText ? <input type="text" {...attributes} /> : <input type="password" {...attributes} />}
        {'hiddenLabel' in props && (
          <span id={isHiddenId} hidden>
            {props.hiddenLabel}
          </span>
        )}
        <IconButton icon={shown ? 'hide' : 'show'} label={shown ? props.hideLabel : props.showLabel} onClick={() => setShown(!shown)} />
      </div>
    </FieldFrame>
  );
}

function canDrawDots(): boolean {
  return CSS.supports('-webkit-text-security', 'disc');
}
