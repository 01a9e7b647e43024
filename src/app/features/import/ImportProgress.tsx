// How far an import is: told by the records that have been saved since it began, which is what a person can rely on.

import { useState } from 'preact/hooks';
import { self } from '../../../device/store/self.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { Progress } from '../../ui/feedback/Progress.tsx';
import css from './import.module.css';

export function ImportProgress({ total }: { readonly total: number }) {
  const { device, text } = useApp();
  const words = text.importing;
  const saved = useLive(async () => (await self(device.store)).place, []);
  const [before, setBefore] = useState<number | undefined>(undefined);
  if (saved.state === 'ready' && before === undefined) setBefore(saved.value);
  const done = saved.state === 'ready' && before !== undefined ? Math.min(total, saved.value - before) : 0;
  return (
    <div class={css.progress}>
      <Progress label={words.working} value={done} max={total} words={words.workingWords(done, total)} />
      <p class={css.quiet}>{words.leave}</p>
    </div>
  );
}
