// Lending: to a card, to the site where the session is (a deposit), or on trust. The card's number is sealed with the save; the day it is
// due is there already, and one tap lends.

import { useState } from 'preact/hooks';
import { libraryRecord, sealingKey } from '../../../device/store/records.ts';
import { checkDigitFits, readCardNumber } from '../../../domain/card.ts';
import type { LoanFields } from '../../../domain/loan.ts';
import { isLabel, looksLikeCard, looksLikeItem, readItemCode } from '../../../domain/item-code.ts';
import { dueOn } from '../../../domain/loans.ts';
import type { Session } from '../../../domain/session.ts';
import type { Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { PiecesField } from '../../records/PiecesField.tsx';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { codeTooLong, longestCard, longestLine } from '../../records/too-long.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { useWork } from '../../use-work.ts';
import type { Thing } from './things.ts';
import type { Recipient } from './use-last-recipient.ts';

export interface LendDialogProps {
  readonly session: Session;
  readonly thing: Thing;
  /** On the item in hand; '' when it has none, or when it is asked for. */
  readonly label: string;
  readonly asksLabel: boolean;
  /** How many, as asked for so far. */
  readonly count: number;
  readonly today: Day;
  /** To whom the last thing went; null: nobody yet, or somebody else is meant now. */
  readonly recipient: Recipient | null;
  readonly onAnother: () => void;
  readonly onLent: (to: Recipient) => void;
  readonly onClose: () => void;
}

export function LendDialog({
  session,
  thing,
  label: read,
  asksLabel,
  count: asked,
  today,
  recipient,
  onAnother,
  onLent,
  onClose,
}: LendDialogProps) {
  const { device, text } = useApp();
  const words = text.handOuts.lend;
  const form = text.handOuts.form;
  const [toChosen, setTo] = useState<LoanFields['to']>('card');
  const [cardTyped, setCard] = useState('');
  const [labelTyped, setLabel] = useState('');
  const [dueTyped, setDue] = useState<string | null>(null);
  const [count, setCount] = useState(String(asked));
  const [tried, setTried] = useState(false);
  const [token] = useState(() => device.act.newToken());
  const work = useWork();
  const live = useLive(async () => {
    const [library, key] = await Promise.all([libraryRecord(device.store), sealingKey(device.store)]);
    return { loanDays: library?.values.loanDays, hasKey: key !== null };
  }, []);
  const due = dueTyped ?? dueOn(today, live.state === 'ready' ? live.value.loanDays : undefined);
  const noKey = live.state === 'ready' && !live.value.hasKey;
  const { site } = session.values;
  const same = recipient?.to === 'site' && recipient.site !== site ? null : recipient;
  const to = same?.to ?? toChosen;
  const number = same?.card ?? readCardNumber(cardTyped);
  const label = asksLabel ? readItemCode(labelTyped).code : read;
  const many = label !== '' ? 1 : /^\d{1,4}$/.test(count.trim()) ? Number(count) : 0;
  const problems = [
    ...(label !== '' && !isLabel(label) ? [{ field: 'label', message: words.labelWrong }] : []),
    ...(asksLabel ? codeTooLong('label', label, { label: words.label, most: longestLine }, text) : []),
    ...(to === 'card' && same === null ? codeTooLong('card', number, { label: words.cardNumber, most: longestCard }, text) : []),
    ...(to === 'card' && number === '' ? [{ field: 'card', message: words.cardMissing }] : []),
    ...(to !== 'site' && due === '' ? [{ field: 'due', message: words.dueMissing }] : []),
    ...(many < 1 ? [{ field: 'count', message: form.countWrong }] : []),
  ];
  const stopped = (to === 'card' && noKey) || (to === 'site' && site === null);

  function takeCard(code: string): void {
    if (same !== null) onAnother();
    setTo('card');
    setCard(code);
  }

  async function save(): Promise<void> {
    setTried(true);
    if (problems.length > 0 || stopped) return;
    const { resource, title } = thing;
    const given = { resource, title, count: many, barcode: label, to, site: to === 'site' ? site : null, due: due === '' ? null : due };
    const card = to === 'card' ? number : '';
    if ((await work.run(() => device.act.lend(session.id, { ...given, card, token }))) === undefined) return;
    onLent({ to, site: given.site, card });
    onClose();
  }

  return (
    <Dialog
      open
      title={`${words.title}: ${thing.title}`}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide type="submit" form="lend-form" disabled={stopped} busy={work.busy ? form.saving : undefined}>
          {words.save}
        </Button>
      }
    >
      <Form id="lend-form" problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
        {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
        {read !== '' && <p>{read}</p>}
        {asksLabel && (
          <CodeField
            name="label"
            label={words.label}
            hint={words.labelHint}
            optional={text.sessionSteps.optional}
            formats={printedCodes}
            words={scanWords(text, { scan: words.scanLabel, stop: form.stopScan })}
            wholeScreen={label === ''}
            value={labelTyped}
            onInput={setLabel}
            onScanned={(code) => {
              // Who goes on to the card without a label is not held up.
              if (looksLikeCard(code)) takeCard(code);
              else setLabel(code);
              return undefined;
            }}
          />
        )}
        {same === null ? (
          <KeyChoice
            legend={words.to}
            value={to}
            onChange={setTo}
            choices={(['card', 'site', 'person'] as const).map((value) => ({ value, label: words[value] }))}
          />
        ) : (
          <Notice tone="info" title={words.sameAsLast} actions={<Button onClick={onAnother}>{words.another}</Button>}>
            <p>{[words[to], number].filter((part) => part !== '').join(': ')}</p>
          </Notice>
        )}
        {to === 'card' && noKey && <Notice tone="warning" title={words.noKey} />}
        {same === null && to === 'card' && !noKey && (
          <CodeField
            name="card"
            label={words.cardNumber}
            hint={/^\d{14}$/.test(number) && !checkDigitFits(number) ? words.cardDoubtful : words.cardHint}
            formats={printedCodes}
            words={scanWords(text, { scan: words.scanCard, stop: form.stopScan })}
            wholeScreen={!asksLabel || label !== ''}
            value={cardTyped}
            onInput={setCard}
          />
        )}
        {same === null && to === 'card' && looksLikeItem(number) && <Notice tone="warning" title={words.cardIsItem} announce />}
        {to === 'site' && (site === null ? <Notice tone="warning" title={words.noSite} /> : <p>{words.siteHint}</p>)}
        <DateField
          name="due"
          label={words.due}
          optional={to === 'site' ? text.sessionSteps.optional : undefined}
          min={today}
          value={due}
          onInput={setDue}
        />
        {label === '' && <PiecesField name="count" label={form.count} min={1} value={count} onInput={setCount} />}
      </Form>
    </Dialog>
  );
}
