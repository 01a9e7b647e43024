// The code of the thing in hand: by camera, by hand scanner wherever the focus is, or typed and sent with Enter.

import { useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { scanWords } from '../../records/scan-words.ts';
import { Button } from '../../ui/button/Button.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import css from './hand-outs-panel.module.css';

/** 'again': the camera stays on for the next thing. */
export function CodeOfThing({ onCode }: { readonly onCode: (code: string) => Promise<'again' | 'done'> }) {
  const { text } = useApp();
  const words = text.handOuts.scan;
  const [typed, setTyped] = useState('');

  async function take(code: string): Promise<'again' | 'done'> {
    setTyped('');
    return code.trim() === '' ? 'done' : onCode(code);
  }

  return (
    <form
      class={css.code}
      onSubmit={(event) => {
        event.preventDefault();
        // The button goes with what was typed; what comes next is scanned or typed here again, also after a dialog.
        event.currentTarget.querySelector('input')?.focus();
        void take(typed);
      }}
    >
      <CodeField
        name="code"
        label={words.label}
        hint={words.hint}
        formats={printedCodes}
        words={scanWords(text, { scan: words.start, stop: words.stop })}
        wholeScreen
        value={typed}
        onInput={setTyped}
        onScanned={take}
      />
      {typed.trim() !== '' && <Button type="submit">{words.use}</Button>}
    </form>
  );
}
