// The way out without a network: all that is unsent in one file, carried to another device, and the way back in.

import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import css from './delivery-screen.module.css';

export function RescueFiles({ unsent }: { readonly unsent: number }) {
  const { device, text } = useApp();
  const words = text.delivery.rescue;
  const [busy, setBusy] = useState<'save' | 'load' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  async function save(): Promise<void> {
    setBusy('save');
    setProblem(null);
    const file = await device.act.exportRescue();
    setBusy(null);
    if (!file.ok) return setProblem(file.problem);
    saveFile(file.value.name, 'application/json', file.value.text);
    setDone(words.saved(file.value.count));
  }

  async function load(file: File): Promise<void> {
    setBusy('load');
    setProblem(null);
    setDone(null);
    const result = await device.act.importRescue(await file.text());
    setBusy(null);
    if (result.ok) setDone(words.loaded(result.value.added, result.value.known));
    else setProblem(result.problem);
  }

  return (
    <section class={css.part} aria-labelledby="rescue">
      <h2 id="rescue">{words.title}</h2>
      <p>{words.text}</p>
      {unsent === 0 && <p>{words.nothing}</p>}
      {done !== null && <Notice tone="done" title={done} announce />}
      {problem !== null && <ProblemNotice problem={problem} />}
      <div class={css.actions}>
        <Button icon="download" disabled={unsent === 0} busy={busy === 'save' ? words.saving : undefined} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button icon="upload" busy={busy === 'load' ? words.loading : undefined} onClick={() => chooser.current?.click()}>
          {words.load}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.load}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file !== undefined) void load(file);
          }}
        />
      </div>
      <p>{words.again}</p>
    </section>
  );
}
