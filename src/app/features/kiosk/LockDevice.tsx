// Said as it is: a page cannot lock a device. How its operating system does.

import { useApp } from '../../context.ts';
import css from './hand-over.module.css';

export function LockDevice() {
  const { text } = useApp();
  const words = text.handOver;
  return (
    <section class={css.part}>
      <h2>{words.lockTitle}</h2>
      <p>{words.lockText}</p>
      <dl class={css.lock}>
        {(['android', 'ios', 'chromeos'] as const).map((system) => (
          <div key={system}>
            <dt>{words.lock[system]}</dt>
            <dd>{words.lock[`${system}Text`]}</dd>
          </div>
        ))}
      </dl>
      <p>{words.lock.keyboard}</p>
    </section>
  );
}
