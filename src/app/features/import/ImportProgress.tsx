// How far an import is: told by the records that have been saved since it began, which is what a person can rely on.

import { useState } from 'preact/hooks';
import { self } from '../../../device/store/self.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { Progress } from '../../ui/feedback/Progress.tsx';
import css from './import.module.css';

export interface ImportProgressProps {
  readonly total: number;
  /** It is being taken back. */
  readonly undoes?: boolean;
}

export function ImportProgress({ total, undoes = false }: ImportProgressProps) {
  const { device, text } = useApp();
  const words = text.importing;
  const saved = useLive(async () => (await self(device.store)).place, []);
  const [before, setBefore] = useState<number | undefined>(undefined);
  if (saved.state === 'ready' && before === undefined) setBefore(saved.value);
  const done = saved.state === 'ready' && before !== undefined ? Math.min(total, saved.value - before) : 0;
  return (
    <div class={css.progress}>
      <Progress label={undoes ? words.undoing : words.working} value={done} max={total} words={words.workingWords(done, total)} />
      <p class={css.quiet}>{words.leave}</p>
    </div>
  );
}
