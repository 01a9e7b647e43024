// A new range: first and last number, scanned or typed from the pile, and the device it goes to.

import { useState } from 'preact/hooks';
import type { CardRange } from '../../../device/store/cards.ts';
import type { Shown } from '../../../device/store/records.ts';
import { cardsIn, checkDigitsOf, overlapping, rangeProblem, readCardNumber } from '../../../domain/card.ts';
import type { DeviceFields } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';

export interface NewRangeDialogProps {
  readonly ranges: readonly CardRange[];
  readonly devices: readonly Shown<DeviceFields>[];
  readonly onClose: () => void;
}

export function NewRangeDialog({ ranges, devices, onClose }: NewRangeDialogProps) {
  const { device, text } = useApp();
  const words = text.cards.ranges;
  const [typed, setTyped] = useState({ from: '', to: '' });
  const [holder, setHolder] = useState('');
  const [tried, setTried] = useState(false);
  const work = useWork();
  useUnsaved(typed.from !== '' || typed.to !== '');

  const range = { from: readCardNumber(typed.from), to: readCardNumber(typed.to) };
  const others = ranges.map(({ values }) => values);
  const wrong = rangeProblem(range, others);
  const digits = wrong === null ? checkDigitsOf(range) : null;

  async function save(): Promise<void> {
    setTried(true);
    if (wrong !== null) return;
    const saved = await work.run(() => device.act.changeCardRange(null, { ...range, device: holder === '' ? null : holder }));
    if (saved !== undefined) onClose();
  }

  function problems(): readonly FieldProblem[] {
    if (wrong === null) return [];
    const field = wrong === 'from-not-digits' || wrong === 'overlaps' ? 'from' : 'to';
    const other = overlapping(range, others);
    return [
      { field, message: wrong === 'overlaps' ? words.overlaps(words.range(other?.from ?? '', other?.to ?? '')) : words.problems[wrong] },
    ];
  }

  return (
    <Dialog
      open
      title={words.addTitle}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide type="submit" form="range-form" busy={work.busy ? words.saving : undefined}>
          {words.save}
        </Button>
      }
    >
      <Form id="range-form" problems={tried ? problems() : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
        {work.problem !== undefined && <ProblemNotice problem={work.problem} title={words.notSaved} />}
        <CodeField
          name="from"
          label={words.from}
          hint={words.fromHint}
          keyboard="numeric"
          formats={printedCodes}
          words={scanWords(text)}
          value={typed.from}
          onInput={(from) => setTyped((last) => ({ ...last, from }))}
        />
        <CodeField
          name="to"
          label={words.to}
          keyboard="numeric"
          formats={printedCodes}
          words={scanWords(text)}
          value={typed.to}
          onInput={(to) => setTyped((last) => ({ ...last, to }))}
        />
        {digits !== null && (
          <Notice tone={digits === 'one' ? 'warning' : 'info'} title={words.cards(cardsIn(range))}>
            <p>{words.digits[digits]}</p>
          </Notice>
        )}
        <SelectField
          name="device"
          label={words.device}
          placeholder={words.nobody}
          value={holder}
          onInput={setHolder}
          options={devices.map(({ id, values }) => ({ value: id, label: values.name }))}
        />
      </Form>
    </Dialog>
  );
}
