// The button. While busy it keeps its focus and its place, says what it is doing and takes no second tap.
// It is aria-disabled, never disabled: Save and Undo often have nothing more to do once they were pressed,
// and a disabled button would throw a keyboard user back to the top.
import type { ComponentChildren, Ref } from 'preact';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../Icon.tsx';
import css from './button.module.css';

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps {
  /** One main button a screen. Plain is the default. */
  readonly look?: ButtonLook;
  readonly type?: 'button' | 'submit';
  readonly icon?: IconName;
  /** Shown in place of the children while it works. */
  readonly busy?: string;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  /** 72 px and larger words, for the kiosk and for counting. */
  readonly large?: boolean;
  readonly form?: string;
  readonly describedBy?: string;
  /** Its whole name for screen readers, where many in a list show the same word; it contains that word. */
  readonly label?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onClick?: (event: MouseEvent) => void;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { look = 'plain', type = 'button', icon, busy, children } = props;
  const isBusy = busy !== undefined;
  const isOff = isBusy || props.disabled === true;
  return (
    <button
      ref={props.buttonRef}
      type={type}
      form={props.form}
      class={classes(css.button, css[look], props.wide && css.wide, props.large && css.large)}
      aria-disabled={isOff ? 'true' : undefined}
      aria-busy={isBusy ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {isBusy ? <span class={css.spinner} /> : icon && <Icon name={icon} />}
      <span>{busy ?? children}</span>
    </button>
  );
}
