// Tells what happened, what is safe, what to do next. `announce` is for one that appears in answer to what
// the reader just did; one that was there when the screen came needs no announcement.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../Icon.tsx';
import { classes } from '../classes.ts';
import css from './notice.module.css';

export type NoticeTone = 'info' | 'done' | 'warning' | 'problem';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  /** The stable code to quote when asking for help, with its word: "Code delivery-401". */
  readonly code?: string;
  readonly actions?: ComponentChildren;
  readonly announce?: boolean;
  readonly children?: ComponentChildren;
}

const icons = {
  info: 'info',
  done: 'done',
  warning: 'warning',
  problem: 'problem',
} as const satisfies Record<NoticeTone, IconName>;

export function Notice({ tone, title, code, actions, announce, children }: NoticeProps) {
  const urgent = tone === 'problem' || tone === 'warning';
  return (
    <div class={classes(css.notice, css[tone])} role={announce ? (urgent ? 'alert' : 'status') : undefined}>
      <span class={css.mark}>
        <Icon name={icons[tone]} />
      </span>
      <div class={css.body}>
        <p class={css.title}>{title}</p>
        {children && <div>{children}</div>}
        {actions && <div class={css.actions}>{actions}</div>}
        {code && <p class={css.code}>{code}</p>}
      </div>
    </div>
  );
}
