// One line: a mark in a shape of its own, its word, what was seen, and where to go to mend it.

import { askToPersist } from '../../../device/store/storage-answers.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import type { Said, Verdict } from './line.ts';
import type { LineName } from './lines.ts';
import css from './readiness.module.css';

const icons = { good: 'check', todo: 'needs-attention', note: 'info', waiting: 'clock' } as const satisfies Record<string, IconName>;
const nothingSaid: Said = { count: 0, other: 0, names: '', seconds: 0, bytes: 0 };

export interface LineRowProps {
  readonly name: LineName;
  readonly verdict: Verdict | undefined;
  /** On a kiosk there is no other screen to go to. */
  readonly alone: boolean;
  /** The browser has answered; only a new look says what. */
  readonly onAsked: () => void;
  readonly onKeep: (resources: readonly string[]) => void;
}

export function LineRow({ name, verdict, alone, onAsked, onKeep }: LineRowProps) {
  const { device, text } = useApp();
  const words = text.readiness;
  const line = words.lines[name];
  const state = verdict?.state ?? 'waiting';
  const sentences: Readonly<Record<string, (said: Said) => string>> = line.say;
  const sentence = verdict === undefined ? undefined : sentences[verdict.word];
  return (
    <li class={classes(css.line, css[state])}>
      <span class={css.mark}>
        <Icon name={icons[state]} />
      </span>
      <span class={css.words}>
        <span class={css.title}>{line.title}</span>
        {verdict !== undefined && (
          <span class={css.detail}>{sentence === undefined ? words.unread : sentence({ ...nothingSaid, ...verdict.said })}</span>
        )}
        {state === 'todo' && !alone && (name === 'unsent' || name === 'delivery') && (
          <LinkButton look="quiet" href={routes.delivery}>
            {words.toDelivery}
          </LinkButton>
        )}
        {state === 'todo' && !alone && name === 'cards' && (
          <LinkButton look="quiet" href={routes.cards}>
            {words.toCards}
          </LinkButton>
        )}
        {verdict?.keep !== undefined && (
          <Button look="quiet" icon="download" onClick={() => onKeep(verdict.keep ?? [])}>
            {words.keepThem}
          </Button>
        )}
        {name === 'sessions' && verdict?.word === 'twice' && (
          <LinkButton look="quiet" href={routes.schedule('week', null)}>
            {words.toSchedule}
          </LinkButton>
        )}
        {verdict?.word === 'notKept' && (
          <Button look="quiet" onClick={() => void askToPersist(device.store).then(onAsked)}>
            {words.askToKeep}
          </Button>
        )}
      </span>
      <span class={css.state}>{words.state[state]}</span>
    </li>
  );
}
