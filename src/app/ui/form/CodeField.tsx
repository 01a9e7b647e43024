// A code: typed, scanned with the camera, or by a hand scanner that plays keyboard. Nothing disappears while the camera is on, so
// typing is always the other way. A scan replaces what stood in the field; the Enter of a hand scanner does not send the form.

import { useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { classes } from '../classes.ts';
import { LiveRegion } from '../feedback/LiveRegion.tsx';
import { type CodeFormat, plainCode } from '../scanner/code-formats.ts';
import { LazyScanner } from '../scanner/LazyScanner.tsx';
import type { ScannerWords } from '../scanner/Scanner.tsx';
import { useWedge } from '../scanner/use-wedge.ts';
import css from './field.module.css';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';

export interface CodeFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** A whole code, by camera or hand scanner. Without it, it is put into the field. After 'again' the camera stays on for the next one. */
  readonly onScanned?: (code: string) => undefined | 'again' | Promise<'again' | 'done'>;
  readonly formats: readonly CodeFormat[];
  readonly words: ScannerWords & { readonly scan: string; readonly stop: string };
  /** The only code this screen asks for: a hand scanner is heard wherever the focus is. */
  readonly wholeScreen?: boolean;
  readonly keyboard?: 'text' | 'numeric';
  readonly capitalize?: 'off' | 'characters';
  readonly maxLength?: number;
}

export function CodeField(props: CodeFieldProps) {
  const { words, maxLength = 300 } = props;
  const wiring = useFieldWiring(props);
  const input = useRef<HTMLInputElement>(null);
  const [looking, setLooking] = useState(false);
  const [said, setSaid] = useState('');
  useWedge({
    field: input,
    wholeScreen: props.wholeScreen ?? false,
    onScan: (code) => {
      const plain = plainCode(code);
      setSaid(words.read(plain));
      void onScanned(plain.slice(0, maxLength));
    },
  });

  function onScanned(code: string) {
    if (props.onScanned !== undefined) return props.onScanned(code);
    props.onInput(code);
    return undefined;
  }

  async function found(code: string): Promise<void> {
    setSaid(words.read(code));
    if ((await onScanned(code.slice(0, maxLength))) !== 'again') setLooking(false);
  }

  return (
    <FieldFrame field={props} wiring={wiring}>
      <LiveRegion text={said} />
      <div class={css.withScan}>
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
          maxLength={maxLength}
          value={props.value}
          aria-describedby={wiring.describedBy}
          aria-invalid={wiring.invalid}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        <Button icon={looking ? 'close' : 'scan'} onClick={() => setLooking(!looking)}>
          {looking ? words.stop : words.scan}
        </Button>
      </div>
      {looking && (
        <div class={css.camera}>
          <LazyScanner formats={props.formats} words={words} onFound={(code) => void found(code)} />
        </div>
      )}
    </FieldFrame>
  );
}
