// One line on how a file stands here, with a bar while it is on its way.

import { Icon } from '../../../ui/Icon.tsx';
import type { FileState } from './file-state.ts';
import css from './files.module.css';

export function FileStateLine({ state }: { readonly state: FileState }) {
  return (
    <span class={css.state}>
      <Icon name={state.icon} />
      <span>{state.words}</span>
      {state.part !== null && <progress class={css.bar} aria-hidden="true" max={1} value={state.part} />}
    </span>
  );
}
