// A button that shows only a picture. Its label is required: it is the name screen readers say and the
// tooltip. Where there is room for words, use Button. One that does nothing more, such as the first page's way
// back, is aria-disabled: disabled, it would throw who just pressed it back to the top.
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
      aria-disabled={props.disabled ? 'true' : undefined}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      onClick={(event) => {
        if (!props.disabled) props.onClick(event);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
