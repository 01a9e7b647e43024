// Picking a file, or dropping it where the device has a pointer. Any bytes may come: what they are is found out by reading.

import { useId, useRef, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { ImportWords } from './import-words.ts';
import css from './import.module.css';

export interface ChooseFileProps {
  readonly chosen: { readonly name: string; readonly size: number } | undefined;
  readonly words: ImportWords;
  /** As an input of type file takes it. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
  /** In bytes; a film picked by mistake is not read into memory. */
  readonly largest?: number;
}

/** Far beyond any timetable or calendar. */
const largestOfAny = 20_000_000;

export function ChooseFile({ chosen, words, accept, largest: largestFile = largestOfAny, onChoose }: ChooseFileProps) {
  const { text } = useApp();
  const inputId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);

  function take(file: File | undefined): void {
    if (file === undefined) return;
    setTooLarge(file.size > largestFile);
    if (file.size <= largestFile) onChoose(file);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button does the same */}
      <div
        class={classes(css.drop, over && css.over, chosen && css.chosen)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files[0]);
        }}
      >
        <Icon name={chosen ? 'note' : 'upload'} size="large" />
        {chosen && <p class={css.fileName}>{words.fileSize(chosen.name, text.formatting.bytes(chosen.size))}</p>}
        <Button look={chosen ? 'plain' : 'main'} onClick={() => input.current?.click()}>
          {chosen ? words.chooseOther : words.choose}
        </Button>
        {!chosen && <p class={css.quiet}>{over ? words.dropNow : words.drop}</p>}
        <input
          ref={input}
          class={css.input}
          id={inputId}
          type="file"
          accept={accept}
          aria-label={words.choose}
          tabIndex={-1}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = ''; // the same file can be chosen again after it was mended
          }}
        />
      </div>
      {tooLarge && <Notice tone="problem" title={words.tooLarge(text.formatting.bytes(largestFile))} announce />}
    </>
  );
}
