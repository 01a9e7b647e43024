// How far something is, always with words. Without `value` it shows that something goes on, no more.
import { useId } from 'preact/hooks';
import css from './progress.module.css';

export interface ProgressProps {
  /** What is going on: "Getting this week's sessions". */
  readonly label: string;
  readonly value?: number;
  readonly max?: number;
  /** How far it is, in words: "120 of 400". */
  readonly words?: string;
}

export function Progress({ label, value, max = 1, words }: ProgressProps) {
  const id = useId();
  return (
    <div class={css.progress}>
      <div class={css.line}>
        <label class={css.label} for={id}>
          {label}
        </label>
        {words && <span class={css.words}>{words}</span>}
      </div>
      <progress class={css.bar} id={id} max={max} value={value} aria-valuetext={words} />
    </div>
  );
}
