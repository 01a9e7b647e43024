// The number of the card that was handed over or made. A check digit that does not fit is pointed out, and never in the way.

import { useState } from 'preact/hooks';
import { checkDigitFits, readCardNumber } from '../../../domain/card.ts';
import type { ContactDetails } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { useWork } from '../../use-work.ts';
import type { Entry } from './book.ts';
import css from './follow-up.module.css';
import type { Tell } from './OpenedDesk.tsx';

export interface CardNumberProps {
  readonly entry: Entry;
  readonly contact: ContactDetails;
  readonly onTell: Tell;
}

export function CardNumber({ entry, contact, onTell }: CardNumberProps) {
  const { device, text } = useApp();
  const words = text.followUp;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const work = useWork();
  const number = readCardNumber(typed);

  async function link(): Promise<void> {
    setTried(true);
    if (number === '') return;
    const linked = await work.run(() => device.act.linkCard(entry.session, entry.id, contact, typed));
    if (linked === undefined) return;
    setTyped('');
    setTried(false);
    onTell(words.linked(linked.number));
  }

  return (
    <section class={css.section} aria-label={words.card}>
      <h3>{words.card}</h3>
      <Form
        problems={tried && number === '' ? [{ field: 'cardNumber', message: words.cardMissing }] : []}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => void link()}
      >
        {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
        <TextField
          name="cardNumber"
          label={words.cardNumber}
          hint={words.cardHint}
          code
          width="medium"
          maxLength={300}
          value={typed}
          onInput={setTyped}
        />
        {/^\d{10,}$/.test(number) && !checkDigitFits(number) && <Notice tone="warning" title={words.checkDigit} announce />}
        <div>
          <Button type="submit" busy={work.busy ? words.applying : undefined}>
            {words.linkCard}
          </Button>
        </div>
      </Form>
    </section>
  );
}
