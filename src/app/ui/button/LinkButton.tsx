// A link that looks like a button: for going somewhere. What changes something is a Button.
import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { Icon, type IconName } from '../Icon.tsx';
import type { ButtonLook } from './Button.tsx';
import css from './button.module.css';

export interface LinkButtonProps {
  readonly href: string;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly wide?: boolean;
  readonly large?: boolean;
  /** File name, when the link saves a file. */
  readonly download?: string;
  readonly onClick?: (event: MouseEvent) => void;
  readonly children: ComponentChildren;
}

export function LinkButton(props: LinkButtonProps) {
  const { look = 'plain', icon } = props;
  return (
    <a
      href={props.href}
      download={props.download}
      class={classes(css.button, css[look], props.wide && css.wide, props.large && css.large)}
      onClick={props.onClick}
    >
      {icon && <Icon name={icon} />}
      <span>{props.children}</span>
    </a>
  );
}
