// What an empty list shows: what it is for, and the first step. Never just "nothing here".
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../Icon.tsx';
import css from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div class={css.empty}>
      <span class={css.picture}>
        <Icon name={icon} size="large" />
      </span>
      <p class={css.title}>{title}</p>
      {children && <div class={css.text}>{children}</div>}
      {actions && <div class={css.actions}>{actions}</div>}
    </div>
  );
}
