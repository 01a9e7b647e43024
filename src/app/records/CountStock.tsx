// Counting what is aboard: how many, and of which vehicle where the library has several. The vehicle this device goes with is chosen already.

import { useState } from 'preact/hooks';
import type { Shown } from '../../device/store/records.ts';
import type { ResourceFields } from '../../domain/places.ts';
import type { Day } from '../../domain/shapes.ts';
import { countChange, countedAs, type Movements, stockOf } from '../../domain/stock.ts';
import { useApp } from '../context.ts';
import { PiecesField } from './PiecesField.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import type { Vehicle } from './vehicles.ts';
import { Button } from '../ui/button/Button.tsx';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { CheckboxField } from '../ui/form/CheckboxField.tsx';
import { Form } from '../ui/form/Form.tsx';
import { SelectField } from '../ui/form/SelectField.tsx';
import { useUnsaved } from '../use-unsaved.ts';
import { useWork } from '../use-work.ts';

export interface CountStockProps {
  readonly resource: Pick<Shown<ResourceFields>, 'id' | 'values'>;
  /** To choose from. None: there is nothing to choose. */
  readonly vehicles: readonly Vehicle[];
  /** Counted when nobody chooses another one; null: without naming one, undefined: somebody has to choose. */
  readonly outlet: string | null | undefined;
  readonly movements: Movements;
  /** In the library's time zone. */
  readonly today: Day;
  readonly onClose: () => void;
}

/** As a choice: no outlet has such an id. */
const unsaid = '*';

export function CountStock({ resource, vehicles, outlet, movements, today, onClose }: CountStockProps) {
  const { device, text } = useApp();
  const words = text.resources.stock;
  const form = text.handOuts.form;
  const stockIn = (choice: string) => (choice === '' ? null : stockOf(resource, choice === unsaid ? null : choice, movements, today));
  const figureIn = (choice: string) => {
    const shown = stockIn(choice)?.aboard ?? null;
    return shown === null ? '' : String(Math.max(0, shown));
  };
  const [chosen, setChosen] = useState(outlet === undefined ? '' : (outlet ?? unsaid));
  const [before, setBefore] = useState(() => figureIn(chosen));
  const [typed, setTyped] = useState(before);
  const [ends, setEnds] = useState(false);
  const [tried, setTried] = useState(false);
  const work = useWork();
  useUnsaved(typed !== before);
  // It goes on beside the vehicle's own until somebody ends it, and is best ended by who counts by vehicle.
  const unnamed = vehicles.length === 0 || chosen === '' || chosen === unsaid ? null : stockIn(unsaid);
  const isNumber = /^\d{1,4}$/.test(typed.trim());
  const problems = [
    ...(chosen === '' ? [{ field: 'vehicle', message: words.vehicleMissing }] : []),
    ...(isNumber ? [] : [{ field: 'aboard', message: words.wrong }]),
  ];

  function choose(next: string): void {
    setChosen(next);
    setBefore(figureIn(next));
    if (typed === before) setTyped(figureIn(next));
  }

  async function save(aboard: number | null): Promise<void> {
    const of = chosen === unsaid ? null : chosen;
    const count = aboard === null ? null : countedAs(resource, of, aboard, movements, today);
    const set = { ...countChange(of, count), ...(unnamed !== null && ends ? countChange(null, null) : {}) };
    if ((await work.run(() => device.act.changeResource(resource.id, set))) !== undefined) onClose();
  }

  return (
    <Dialog
      open
      title={words.dialog}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <>
          {stockIn(chosen) !== null && (
            <Button look="quiet" onClick={() => void save(null)}>
              {words.stop}
            </Button>
          )}
          <Button look="main" large type="submit" form="stock-form" busy={work.busy ? form.saving : undefined}>
            {words.save}
          </Button>
        </>
      }
    >
      <Form
        id="stock-form"
        problems={tried ? problems : []}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => {
          setTried(true);
          if (problems.length === 0) void save(Number(typed.trim()));
        }}
      >
        {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
        <p>
          <strong>{resource.values.title}</strong>
        </p>
        {vehicles.length > 0 && (
          <SelectField
            name="vehicle"
            label={text.resources.vehicle}
            value={chosen}
            placeholder={words.chooseVehicle}
            onInput={choose}
            options={[
              ...vehicles.map(({ id, name }) => ({ value: id, label: name })),
              ...(stockIn(unsaid) === null ? [] : [{ value: unsaid, label: text.resources.noVehicle }]),
            ]}
          />
        )}
        <PiecesField name="aboard" label={words.number} hint={words.hint} min={0} value={typed} onInput={setTyped} />
        {unnamed !== null && (
          <CheckboxField
            name="ends"
            label={words.endUnsaid(unnamed.aboard ?? unnamed.counted)}
            hint={words.endUnsaidHint}
            checked={ends}
            onChange={setEnds}
          />
        )}
      </Form>
    </Dialog>
  );
}
