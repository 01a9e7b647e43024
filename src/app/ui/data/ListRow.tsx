// One row of a list: what it is, a quiet line about it, its state at the end. The whole row is the link or
// the button. Without href and onSelect it only tells. `trailing` may hold controls only in that case,
// because a control inside a link is none.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../Icon.tsx';
import { classes } from '../classes.ts';
import css from './list.module.css';

export interface ListRowProps {
  readonly title: ComponentChildren;
  readonly meta?: ComponentChildren;
  readonly icon?: IconName;
  /** In place of the icon: a time, a count. */
  readonly leading?: ComponentChildren;
  readonly trailing?: ComponentChildren;
  /** What trails is small, such as one icon: it stays beside the words where it is narrow. */
  readonly beside?: boolean;
  readonly href?: string;
  readonly onSelect?: () => void;
  /** The row whose detail is shown beside the list. */
  readonly current?: boolean;
}

export function ListRow(props: ListRowProps) {
  const { href, onSelect, icon, leading } = props;
  const content = (
    <>
      {leading ? <span class={css.leading}>{leading}</span> : icon && <RowIcon name={icon} />}
      <span class={css.words}>
        <span class={css.title}>{props.title}</span>
        {props.meta && <span class={css.meta}>{props.meta}</span>}
      </span>
      {props.trailing && <span class={css.trailing}>{props.trailing}</span>}
      {(href !== undefined || onSelect) && <Icon name="forward" class={css.forward} />}
    </>
  );
  const look = classes(css.row, props.current && css.current, props.beside && css.beside);
  if (href !== undefined)
    return (
      <a class={look} href={href} aria-current={props.current ? 'true' : undefined}>
        {content}
      </a>
    );
  if (onSelect)
    return (
      <button type="button" class={look} aria-pressed={props.current} onClick={onSelect}>
        {content}
      </button>
    );
  return <div class={look}>{content}</div>;
}

function RowIcon({ name }: { readonly name: IconName }) {
  return (
    <span class={css.icon}>
      <Icon name={name} />
    </span>
  );
}
