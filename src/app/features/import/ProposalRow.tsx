// One kind of event: when and where it is, and the four things proposed about it, each with the words it was read from.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { type ProposedField, proposedFields } from '../../../domain/proposal.ts';
import type { SessionFields } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { ProposalGroup } from './proposal-groups.ts';
import css from './proposals.module.css';

export interface ProposalRowProps {
  readonly group: ProposalGroup;
  readonly marked: boolean;
  readonly onMark: (marked: boolean) => void;
  /** The row before it was confirmed and is gone: who works by keyboard goes on here. */
  readonly takesFocus: boolean;
  readonly onFocusTaken: () => void;
  readonly onConfirm: () => void;
}

export function ProposalRow({ group, marked, takesFocus, onFocusTaken, onMark, onConfirm }: ProposalRowProps) {
  const { text } = useApp();
  const words = text.calendars.review;
  const { sessions, reasons, place } = group;
  const [first] = sessions;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!takesFocus) return;
    // Who went on by themselves meanwhile is not to be pulled away.
    if (document.activeElement === document.body) button.current?.focus();
    onFocusTaken();
  }, [takesFocus]);
  const title = group.title || place || words.untitled;
  if (first === undefined) return null;
  const day = (date: string) => text.formatting.shortDay(date);
  const when = words.sessions(sessions.length, day(first.values.date), day(sessions.at(-1)?.values.date ?? first.values.date));
  return (
    <article class={css.row} aria-label={title}>
      <label class={css.pick}>
        <input
          type="checkbox"
          aria-label={words.select(title)}
          checked={marked}
          onChange={(event) => onMark(event.currentTarget.checked)}
        />
      </label>
      <div class={css.what}>
        <h2 class={css.title}>
          <a href={routes.sessionDetails(first.id)} translate={false}>
            {title}
          </a>
        </h2>
        <p class={css.quiet}>
          {[when, group.title === '' || place === group.title ? '' : place].filter((part) => part !== '').join(' · ')}
        </p>
        <dl class={css.guesses}>
          {proposedFields.map((field) => {
            const why = reasons?.[field];
            // That there is no topic is nothing to read seven times.
            if (field === 'topic' && first.values.topic === 'other' && why?.by === 'usual') return null;
            return (
              <div class={css.guess} key={field}>
                <dt class={css.unseen}>{words.fields[field]}</dt>
                <dd>
                  <strong>{valueWords(field, first.values, text)}</strong>{' '}
                  {why?.sure === false && (
                    <span class={css.unsure}>
                      <Icon name="warning" />
                      {words.unsure}
                    </span>
                  )}{' '}
                  {why && <span class={css.quiet}>{words.because[why.by](why.words)}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
      <div class={css.act}>
        <Button buttonRef={button} icon="check" label={words.confirmOneOf(title)} onClick={onConfirm}>
          {words.confirmOne}
        </Button>
      </div>
    </article>
  );
}

function valueWords(field: ProposedField, values: SessionFields, { words }: Text): string {
  switch (field) {
    case 'activityType':
      return words.activityType[values.activityType];
    case 'topic':
      return words.topic[values.topic];
    case 'format':
      return words.format[values.format];
    case 'targetAge':
      return words.targetAge[values.targetAge];
  }
}
