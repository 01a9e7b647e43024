// A button that shows only a picture. Its label is required: it is the name screen readers say and the
// tooltip. Where there is room for words, use Button.
import type { Ref } from 'preact';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../Icon.tsx';
import type { ButtonLook } from './Button.tsx';
import css from './button.module.css';

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly look?: ButtonLook;
  readonly disabled?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** For a button that opens and closes a part of the page, with that part's id. */
  readonly expanded?: boolean;
  readonly controls?: string;
  readonly onClick: (event: MouseEvent) => void;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, look = 'quiet' } = props;
  return (
    <button
      ref={props.buttonRef}
      type="button"
      class={classes(css.button, css[look], css.iconOnly)}
      aria-label={label}
      title={label}
      disabled={props.disabled}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      onClick={props.onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
