// One line of "can go offline": a mark in a shape of its own, its word, and what it means or what to do.

import type { ComponentChildren } from 'preact';
import { useApp } from '../../../context.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import css from './going-offline.module.css';

export interface ReadyLineProps {
  readonly state: 'done' | 'waiting' | 'attention';
  readonly title: string;
  readonly detail: string;
  readonly action?: ComponentChildren;
}

const icons = { done: 'on-server', waiting: 'clock', attention: 'needs-attention' } as const satisfies Record<
  ReadyLineProps['state'],
  IconName
>;

export function ReadyLine({ state, title, detail, action }: ReadyLineProps) {
  const { text } = useApp();
  const words = text.access.enroll;
  const word = { done: words.lineDone, waiting: words.lineWaiting, attention: words.lineAttention }[state];
  return (
    <li class={classes(css.line, css[state])}>
      <span class={css.mark}>
        <Icon name={icons[state]} />
      </span>
      <span class={css.words}>
        <span class={css.title}>{title}</span>
        <span class={css.detail}>{detail}</span>
        {action}
      </span>
      <span class={css.state}>{word}</span>
    </li>
  );
}
