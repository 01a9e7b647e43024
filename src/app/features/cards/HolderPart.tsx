// The device that takes from a range. Taking it from one names that device first: offline, it goes on taking numbers.

import { useState } from 'preact/hooks';
import type { CardRange } from '../../../device/store/cards.ts';
import type { Shown } from '../../../device/store/records.ts';
import { cardAt, nextOf, stockOf } from '../../../domain/card.ts';
import type { DeviceFields } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { useWork } from '../../use-work.ts';
import css from './cards.module.css';

export interface HolderPartProps {
  readonly range: CardRange;
  readonly devices: readonly Shown<DeviceFields>[];
  readonly mayChange: boolean;
}

export function HolderPart({ range, devices, mayChange }: HolderPartProps) {
  const { device, text } = useApp();
  const words = text.cards.ranges;
  const [asking, setAsking] = useState(false);
  const [released, setReleased] = useState(false);
  const [holder, setHolder] = useState('');
  const work = useWork();
  const { values } = range;
  const name = devices.find((one) => one.id === values.device)?.values.name ?? words.unknownDevice;
  const choosing = values.device === null || released;
  const next = stockOf(values).left > 0 ? cardAt(values, nextOf(values)) : values.to;

  async function give(): Promise<void> {
    if (holder === '') return;
    const saved = await work.run(() => device.act.changeCardRange(range.id, { device: holder }));
    if (saved !== undefined) setReleased(false);
  }

  return (
    <section class={css.part} aria-label={words.device} data-print="no">
      <h2>{words.device}</h2>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={words.notSaved} />}
      <p>{values.device === null ? words.nobody : name}</p>
      {mayChange && !choosing && (
        <div>
          <Button onClick={() => setAsking(true)}>{words.changeDevice}</Button>
        </div>
      )}
      {mayChange && choosing && (
        <Form problems={[]} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void give()}>
          <SelectField
            name="device"
            label={words.giveTo}
            placeholder={words.nobody}
            value={holder}
            onInput={setHolder}
            options={devices.filter((one) => one.id !== values.device).map((one) => ({ value: one.id, label: one.values.name }))}
          />
          <div>
            <Button type="submit" look="main" disabled={holder === ''} busy={work.busy ? words.saving : undefined}>
              {words.giveSave}
            </Button>
          </div>
        </Form>
      )}
      <ConfirmDialog
        open={asking}
        look="danger"
        title={words.changeTitle(name)}
        confirmLabel={words.changeConfirm(name)}
        cancelLabel={words.changeKeep}
        onConfirm={() => {
          setAsking(false);
          setReleased(true);
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{words.changeText(name, next)}</p>
      </ConfirmDialog>
    </section>
  );
}
