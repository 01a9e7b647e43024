// The next card on the pile of this device: given with one tap, or put aside when it is damaged. What is asked for is the number that
// is shown, so a second tap, or one in another tab, never gives the one after it.

import { useState } from 'preact/hooks';
import type { CardRange } from '../../device/store/cards.ts';
import { cardAt, nextOf, stockOf } from '../../domain/card.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { useApp } from '../context.ts';
import { Button } from '../ui/button/Button.tsx';
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog.tsx';
import { useWork } from '../use-work.ts';
import css from './give-card.module.css';
import type { LinkedCards } from './linked-cards.ts';
import { ProblemNotice } from './ProblemNotice.tsx';

export interface NextCardProps {
  readonly range: CardRange;
  readonly session: string;
  readonly target: string;
  readonly contact: ContactDetails;
  readonly from: string;
  readonly linked: LinkedCards;
  readonly onGiven: (number: string) => void;
  readonly onSaid: (said: string) => void;
}

const few = 10;

export function NextCard({ range, session, target, contact, from, linked, onGiven, onSaid }: NextCardProps) {
  const { device, text } = useApp();
  const words = text.cards.give;
  const [asking, setAsking] = useState<string | null>(null);
  const [tokens] = useState(() => new Map<string, string>());
  const work = useWork();
  const number = cardAt(range.values, nextOf(range.values, linked.keys()));
  const { left } = stockOf(range.values);

  async function give(): Promise<void> {
    // Kept for this number until it is known to be given: a save whose answer was lost is found again.
    const token = tokens.get(number) ?? device.act.newToken();
    tokens.set(number, token);
    const saved = await work.run(() =>
      device.act.giveNextCard(session, target, contact, range.id, { token, number }, linked.keys(), [from]),
    );
    if (saved !== undefined) onGiven(saved.number);
  }

  async function spoil(card: string): Promise<void> {
    setAsking(null);
    const saved = await work.run(() => device.act.spoilNextCard(range.id, card, linked.keys()));
    if (saved !== undefined) onSaid(words.spoiled(saved.number));
  }

  return (
    <div class={css.next}>
      <h3>{words.next}</h3>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <div class={css.actions}>
        <Button look="main" icon="card" busy={work.busy ? words.linking : undefined} onClick={() => void give()}>
          {words.giveNext(number)}
        </Button>
        <Button look="quiet" onClick={() => setAsking(number)}>
          {words.spoil}
        </Button>
      </div>
      <p class={css.left}>{left <= few ? `${words.left(left)} ${words.low}` : words.left(left)}</p>
      <ConfirmDialog
        open={asking !== null}
        title={words.spoilTitle(asking ?? '')}
        confirmLabel={words.spoilConfirm}
        cancelLabel={words.spoilKeep}
        onConfirm={() => asking !== null && void spoil(asking)}
        onCancel={() => setAsking(null)}
      >
        <p>{words.spoilText}</p>
      </ConfirmDialog>
    </div>
  );
}
