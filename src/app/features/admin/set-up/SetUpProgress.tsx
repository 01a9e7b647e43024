// How far set-up is, in words, with a row of steps beside them for the eye.

import { useApp } from '../../../context.ts';
import { classes } from '../../../ui/classes.ts';
import css from './set-up.module.css';

export function SetUpProgress({ step, of }: { readonly step: number; readonly of: number }) {
  const { text } = useApp();
  return (
    <span class={css.progress}>
      <span>{text.access.setup.progress(step, of)}</span>
      <span class={css.steps} aria-hidden="true">
        {Array.from({ length: of }, (_, at) => (
          <span key={at} class={classes(css.step, at < step && css.reached)} />
        ))}
      </span>
    </span>
  );
}
