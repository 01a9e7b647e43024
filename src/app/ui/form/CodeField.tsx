// A code: typed, scanned with the camera, or by a hand scanner that plays keyboard. Nothing is cut off, however long: the form says so. A
// scan replaces what stood in the field; the Enter of a hand scanner does not send the form.

import { useRef } from 'preact/hooks';
import { classes } from '../classes.ts';
import css from './field.module.css';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';
import { ScanFrame, type ScanFrameProps, type ScanProps } from './ScanFrame.tsx';

export interface CodeFieldProps extends FieldProps, ScanProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** A whole code, by camera or hand scanner. Without it, it is put into the field. After 'again' the camera stays on for the next one. */
  readonly onScanned?: ScanFrameProps['onCode'];
  readonly keyboard?: 'text' | 'numeric';
  readonly capitalize?: 'off' | 'characters';
}

export function CodeField(props: CodeFieldProps) {
  const wiring = useFieldWiring(props);
  const input = useRef<HTMLInputElement>(null);

  function onCode(code: string) {
    if (props.onScanned !== undefined) return props.onScanned(code);
    props.onInput(code);
    return undefined;
  }

  return (
    <FieldFrame field={props} wiring={wiring}>
      <ScanFrame input={input} formats={props.formats} words={props.words} wholeScreen={props.wholeScreen} onCode={onCode}>
        <input
          ref={input}
          class={classes(css.control, css.code)}
          id={wiring.id}
          name={props.name}
          type="text"
          data-takes-codes
          inputMode={props.keyboard}
          autocomplete="off"
          autocapitalize={props.capitalize ?? 'off'}
          autoCorrect="off"
          spellcheck={false}
          value={props.value}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </ScanFrame>
    </FieldFrame>
  );
}
