// A library card for one sign-up: scanned or typed from a pre-printed card, or the next number of the range this device was given. A
// number that looks wrong is said and never refused.

import { useState } from 'preact/hooks';
import { readCardNumber } from '../../domain/card.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { useApp } from '../context.ts';
import { Button } from '../ui/button/Button.tsx';
import { LiveRegion } from '../ui/feedback/LiveRegion.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { CodeField } from '../ui/form/CodeField.tsx';
import { Form } from '../ui/form/Form.tsx';
import { printedCodes } from '../ui/scanner/code-formats.ts';
import { useUnsaved } from '../use-unsaved.ts';
import { useWork } from '../use-work.ts';
import { pileWithCards, useCardPiles } from './card-piles.ts';
import { CardDoubts } from './CardDoubts.tsx';
import css from './give-card.module.css';
import type { LinkedCards } from './linked-cards.ts';
import { NextCard } from './NextCard.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { scanWords } from './scan-words.ts';
import { codeTooLong, longestCard } from './too-long.ts';

export interface GiveCardProps {
  /** The session the sign-up was taken in. */
  readonly session: string;
  readonly target: string;
  readonly contact: ContactDetails;
  /** The fact whose envelope the details were opened from. */
  readonly from: string;
  readonly linked: LinkedCards;
}

export function GiveCard({ session, target, contact, from, linked }: GiveCardProps) {
  const { device, text } = useApp();
  const words = text.cards.give;
  const [changing, setChanging] = useState(false);
  const [typed, setTyped] = useState('');
  const [token, setToken] = useState(() => device.act.newToken());
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const [newest, setNewest] = useState<{ readonly number: string; readonly instead: string } | null>(null);
  const work = useWork();
  const piles = useCardPiles();
  const number = readCardNumber(typed);
  useUnsaved(number !== '');

  const next = pileWithCards(piles, linked);
  // A card just given stands here before the record has been read again: the next of the pile is not offered to who has one.
  const card = newest?.instead === contact.cardNumber ? newest.number : contact.cardNumber;
  const problems =
    number === ''
      ? [{ field: 'cardNumber', message: words.missing }]
      : codeTooLong('cardNumber', number, { label: text.signUps.one.cardNumber, most: longestCard }, text);
  const others = (linked.get(number) ?? []).filter((one) => one !== target);

  async function link(): Promise<void> {
    setTried(true);
    if (problems.length > 0) return;
    const saved = await work.run(() => device.act.linkCard(session, target, contact, number, token, [from]));
    if (saved !== undefined) given(saved.number);
  }

  function given(linkedNow: string): void {
    setSaid(words.linked(linkedNow));
    setNewest({ number: linkedNow, instead: contact.cardNumber });
    setChanging(false);
    setTyped('');
    setTried(false);
    setToken(device.act.newToken());
  }

  return (
    <section class={css.card} aria-label={words.title}>
      <h2>{words.title}</h2>
      <LiveRegion text={said} />
      {said !== '' && <Notice tone="done" title={said} />}
      {card !== '' && !changing ? (
        <div class={css.given}>
          <p class={css.number} translate={false}>
            {words.given(card)}
          </p>
          <Button icon="card" onClick={() => setChanging(true)}>
            {words.another}
          </Button>
        </div>
      ) : (
        <>
          <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void link()}>
            {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
            <CodeField
              name="cardNumber"
              label={words.field}
              hint={words.hint}
              formats={printedCodes}
              words={scanWords(text)}
              wholeScreen
              value={typed}
              onInput={setTyped}
            />
            <CardDoubts number={number} piles={piles} others={others} place="link" />
            <div>
              <Button type="submit" look={next === undefined ? 'main' : 'plain'} icon="card" busy={work.busy ? words.linking : undefined}>
                {words.link}
              </Button>
            </div>
          </Form>
          {next !== undefined && (
            <NextCard
              key={next.id}
              range={next}
              session={session}
              target={target}
              contact={contact}
              from={from}
              linked={linked}
              onGiven={given}
              onSaid={setSaid}
            />
          )}
          {next === undefined && piles.own.length > 0 && <p>{words.usedUp}</p>}
        </>
      )}
    </section>
  );
}
