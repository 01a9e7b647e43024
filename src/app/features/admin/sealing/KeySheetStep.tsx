// The recovery sheet: shown, printed, and two of its groups typed back, because a sheet nobody could read is no sheet.

import { useState } from 'preact/hooks';
import { typedCode } from '../../../../protocol/ids.ts';
import { useApp } from '../../../context.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import type { KeyMakingState } from './key-making.ts';
import css from './key-making.module.css';
import { RecoverySheet } from './RecoverySheet.tsx';

export function KeySheetStep({ making, library }: { readonly making: KeyMakingState; readonly library: string }) {
  const { device, text } = useApp();
  const words = text.sealing;
  const groups = making.made?.recoveryKey.split('-') ?? [];
  const [asked] = useState(() => twoPlaces(groups.length, device.store.ports.random(2)));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [kept, setKept] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  if (making.made === undefined) return null;

  function check(): void {
    const wrong = asked.filter((place) => typedCode(typed[fieldOf(place)] ?? '') !== groups[place]);
    const found = wrong.map((place) => ({ field: fieldOf(place), message: words.missing.group(place + 1) }));
    const all = kept ? found : [{ field: 'kept', message: words.missing.kept }, ...found];
    setProblems(all);
    if (all.length === 0) making.sheetKept();
  }

  return (
    <>
      <RecoverySheet library={library} holder={making.holder} keyId={making.made.keyId} recoveryKey={making.made.recoveryKey} />
      <div data-print="no">
        <Button icon="print" look="plain" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <div data-print="no">
        <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={check}>
          <CheckboxField name="kept" label={words.kept} checked={kept} onChange={setKept} />
          <div class={css.typeBack}>
            <h2 class={css.smallTitle}>{words.typeBack}</h2>
            <p class={css.quiet}>{words.typeBackHint}</p>
            <div class={css.twoFields}>
              {asked.map((place) => (
                <TextField
                  key={place}
                  name={fieldOf(place)}
                  label={words.group(place + 1)}
                  width="short"
                  capitalize="characters"
                  code
                  maxLength={8}
                  value={typed[fieldOf(place)] ?? ''}
                  onInput={(value) => setTyped((last) => ({ ...last, [fieldOf(place)]: value }))}
                />
              ))}
            </div>
          </div>
          <div>
            <Button look="main" type="submit">
              {words.continueToTrial}
            </Button>
          </div>
        </Form>
      </div>
    </>
  );
}

const fieldOf = (place: number): string => `group-${place + 1}`;

/** Two different places, in order. */
function twoPlaces(count: number, chance: Uint8Array): readonly number[] {
  if (count < 2) return [];
  const first = (chance[0] ?? 0) % count;
  const second = (first + 1 + ((chance[1] ?? 0) % (count - 1))) % count;
  return [first, second].sort((a, b) => a - b);
}
