// What makes a field one for codes: the button for the camera beside it, the camera's picture below, and an ear for hand scanners.
// Nothing disappears while the camera is on, so typing is always the other way.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { LiveRegion } from '../feedback/LiveRegion.tsx';
import { type CodeFormat, plainCode } from '../scanner/code-formats.ts';
import { LazyScanner } from '../scanner/LazyScanner.tsx';
import type { ScannerWords } from '../scanner/Scanner.tsx';
import { useWedge } from '../scanner/use-wedge.ts';
import css from './field.module.css';

export interface ScanProps {
  readonly formats: readonly CodeFormat[];
  readonly words: ScannerWords & { readonly scan: string; readonly stop: string };
  /** The only code this screen asks for: a hand scanner is heard wherever the focus is. */
  readonly wholeScreen?: boolean;
}

export interface ScanFrameProps extends ScanProps {
  /** The control among the children. */
  readonly input: { readonly current: HTMLInputElement | null };
  /** Where codes are one way among others: the button takes no line of its own on a phone. */
  readonly iconOnly?: boolean;
  /** A whole code, by camera or hand scanner. After 'again' the camera stays on for the next one. */
  readonly onCode: (code: string) => undefined | 'again' | Promise<'again' | 'done'>;
  readonly children: ComponentChildren;
}

export function ScanFrame(props: ScanFrameProps) {
  const { words, onCode } = props;
  const [looking, setLooking] = useState(false);
  const [said, setSaid] = useState('');
  useWedge({
    field: props.input,
    wholeScreen: props.wholeScreen ?? false,
    onScan: (code) => {
      const plain = plainCode(code);
      setSaid(words.read(plain));
      void onCode(plain);
    },
  });

  async function found(code: string): Promise<void> {
    setSaid(words.read(code));
    if ((await onCode(code)) !== 'again') setLooking(false);
  }

  const icon = looking ? 'close' : 'scan';
  const label = looking ? words.stop : words.scan;
  const turn = () => setLooking(!looking);
  return (
    <>
      <LiveRegion text={said} />
      <div class={css.withScan}>
        {props.children}
        {props.iconOnly ? (
          <IconButton look="plain" icon={icon} label={label} onClick={turn} />
        ) : (
          <Button icon={icon} onClick={turn}>
            {label}
          </Button>
        )}
      </div>
      {looking && (
        <div class={css.camera}>
          <LazyScanner formats={props.formats} words={words} onFound={(code) => void found(code)} />
        </div>
      )}
    </>
  );
}
