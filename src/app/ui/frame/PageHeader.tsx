// The top of a screen: where one came from, what this is, and what can be done with all of it. Holds the
// screen's only h1.
import type { ComponentChildren } from 'preact';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import css from './page-header.module.css';

export interface PageHeaderProps {
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string };
  /** A line below the title: place, date, state. */
  readonly meta?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

export function PageHeader({ title, back, meta, actions }: PageHeaderProps) {
  return (
    <header class={classes(css.header, !back && css.first)}>
      {back && (
        <a class={css.back} href={back.href}>
          <Icon name="back" />
          {back.label}
        </a>
      )}
      <div class={css.row}>
        <div class={css.words}>
          <h1>{title}</h1>
          {meta && <div class={css.meta}>{meta}</div>}
        </div>
        {actions && <div class={css.actions}>{actions}</div>}
      </div>
    </header>
  );
}
