// Add many (a class walks in) and the exact number of a band, on a number pad of our own: the device's keyboard would cover half the
// sheet. A real keyboard works as well: the number is a text field that asks for no keyboard.

import { useRef, useState } from 'preact/hooks';
import { type Band, bands, type Heads, mostHeadsAtOnce } from '../../../domain/attendance.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';
import css from './count-dialog.module.css';
import { NumberPad } from './NumberPad.tsx';

export interface CountDialogProps {
  readonly way: 'many' | 'exact';
  readonly ownBand: Band;
  readonly heads: Heads;
  readonly onClose: () => void;
  readonly onDone: (band: Band, number: number) => void;
}

export function CountDialog({ way, ownBand, heads, onClose, onDone }: CountDialogProps) {
  const { text } = useApp();
  const [band, setBand] = useState(ownBand);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const words = text.attendance;
  const least = way === 'many' ? 1 : 0;
  const number = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;

  function done(): void {
    if (number !== null && number >= least && number <= mostHeadsAtOnce) {
      onDone(band, number);
      return;
    }
    setError(number === null || number < least ? words.notANumber : words.tooMany(mostHeadsAtOnce));
    field.current?.focus();
  }

  return (
    <Dialog
      open
      title={way === 'many' ? words.manyTitle : words.exactTitle}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide onClick={done}>
          {doneLabel()}
        </Button>
      }
    >
      <KeyChoice
        legend={words.manyBand}
        value={band}
        compact
        onChange={setBand}
        choices={[ownBand, ...bands.filter((one) => one !== ownBand)].map((value) => ({ value, label: text.words.band[value] }))}
      />
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <NumberPad
          label={way === 'many' ? words.manyCount : words.exactCount}
          hint={way === 'exact' ? words.exactNow(heads[band] ?? 0) : undefined}
          value={typed}
          error={error}
          inputRef={field}
          onInput={(value) => {
            setTyped(value);
            setError(undefined);
          }}
        />
      </form>
    </Dialog>
  );

  function doneLabel(): string {
    if (number === null || number < least) return way === 'many' ? words.manyAddNone : words.exactSetNone;
    return way === 'many' ? words.manyAdd(number, text.words.bandName[band]) : words.exactSet(number);
  }
}
