// A thing named on the spot, several at once, or an item by its barcode. It can go into the catalogue with the same tap.

import { useState } from 'preact/hooks';
import { type HandOutWay, handOutWays } from '../../../domain/hand-out.ts';
import { isLabel, looksLikeCard, looksMistyped, readItemCode } from '../../../domain/item-code.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { PiecesField } from '../../records/PiecesField.tsx';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { type Catalogue, type Item, itemsWith } from '../../records/catalogue.ts';
import { scanWords } from '../../records/scan-words.ts';
import { codeTooLong, longestLine } from '../../records/too-long.ts';
import { folded } from '../../records/search.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { type Thing, thingOf } from './things.ts';

export interface HandOutFormProps {
  readonly session: string;
  readonly way: HandOutWay;
  readonly today: Day;
  /** Scanned already; '' when nothing was. */
  readonly code: string;
  readonly catalogue: Catalogue;
  readonly onWay: (way: HandOutWay) => void;
  readonly onClose: () => void;
  /** Named, and to be lent: to whom is the next question. */
  readonly onLend: (thing: Thing, code: string, count: number) => void;
  /** Known, and back, with its code: which loan it ends is found out there. Answers why it is not saved; null: it is, or more is asked. */
  readonly onBack: (item: Item, code: string) => Promise<Problem | null>;
}

export function HandOutForm({ session, way, today, code, catalogue, onWay, onClose, onLend, onBack }: HandOutFormProps) {
  const { device, text } = useApp();
  const words = text.handOuts.form;
  const [title, setTitle] = useState('');
  const [count, setCount] = useState('1');
  const isCard = looksLikeCard(code);
  const [barcode, setBarcode] = useState(isCard ? '' : code);
  const [keep, setKeep] = useState(code !== '' && !isCard);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [token] = useState(() => device.act.newToken());

  const [labelled] = barcode.trim() === '' ? [] : itemsWith(catalogue, barcode);
  const named = folded(title.trim());
  const known = labelled ?? (named === '' ? undefined : catalogue.items.find((item) => item.title === named && !item.values.archived));
  const name = title.trim() === '' ? (known?.values.title ?? '') : title.trim();
  // A label is on one item, which is lent to one and comes back from one.
  const isOne = (way === 'lent' || way === 'returned') && barcode.trim() !== '';
  const number = isOne ? 1 : /^\d{1,4}$/.test(count.trim()) ? Number(count) : 0;
  const problems = [
    ...(name === '' ? [{ field: 'title', message: words.nameMissing }] : []),
    ...(number < 1 ? [{ field: 'count', message: words.countWrong }] : []),
    ...codeTooLong('barcode', readItemCode(barcode).code, { label: words.barcode, most: longestLine }, text),
  ];

  async function save(): Promise<void> {
    setTried(true);
    if (busy || problems.length > 0) return;
    const { code: label } = readItemCode(barcode);
    setBusy(true);
    if (way === 'returned' && label !== '' && known !== undefined) {
      setFailed(await onBack(known, label));
      return setBusy(false);
    }
    // A title's number is found by, and is on no copy alone.
    const codes = isLabel(label) || label === '' ? {} : { codes: [label] };
    const kept =
      keep && known === undefined
        ? await device.act.changeResource(null, {
            title: name,
            type: 'handout',
            barcode: isLabel(label) ? label : null,
            ...codes,
            archived: false,
          })
        : null;
    if (kept !== null && !kept.ok) {
      setBusy(false);
      return setFailed(kept.problem);
    }
    const resource = known?.id ?? kept?.value.id ?? null;
    if (way === 'lent') {
      const unknown = { key: resource ?? folded(name), resource, title: name, type: null, favorite: false, shows: false };
      return onLend(known === undefined ? unknown : thingOf(known), label, number);
    }
    const result =
      way === 'returned' && isLabel(label)
        ? await device.act.takeIn(session, { barcode: label, loan: null, resource, title: name, today })
        : await device.act.handOut(session, way, { resource, title: name, count: number, barcode: label === '' ? null : label, token });
    setBusy(false);
    if (result.ok) onClose();
    else setFailed(result.problem);
  }

  return (
    <Dialog
      open
      title={words.title}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide type="submit" form="hand-out-form" busy={busy ? words.saving : undefined}>
          {words.save}
        </Button>
      }
    >
      <Form id="hand-out-form" problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
        {failed !== null && <ProblemNotice problem={failed} title={text.sessions.notSaved} />}
        {(isCard || looksLikeCard(barcode)) && <Notice tone="warning" title={words.cardLooks} />}
        <KeyChoice
          legend={text.handOuts.way}
          value={way}
          onChange={onWay}
          choices={handOutWays.map((value) => ({ value, label: text.handOuts.wayChoice[value] }))}
        />
        <TextField
          name="title"
          label={words.name}
          hint={known === undefined || title !== '' ? words.nameHint : known.values.title}
          maxLength={200}
          capitalize="sentences"
          value={title}
          onInput={setTitle}
        />
        {!isOne && <PiecesField name="count" label={words.count} min={1} value={count} onInput={setCount} />}
        <CodeField
          name="barcode"
          label={words.barcode}
          hint={looksMistyped(barcode) ? text.resources.codeDoubtful(readItemCode(barcode).code) : words.barcodeHint}
          optional={text.sessionSteps.optional}
          formats={printedCodes}
          words={scanWords(text, { scan: words.scan, stop: words.stopScan })}
          wholeScreen
          value={barcode}
          onInput={setBarcode}
        />
        {known === undefined && <CheckboxField name="keep" label={words.keep} checked={keep} onChange={setKeep} />}
      </Form>
    </Dialog>
  );
}
