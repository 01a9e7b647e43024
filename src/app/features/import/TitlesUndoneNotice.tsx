// What became of the titles of an import that was taken back, in numbers.

import type { ComponentChildren } from 'preact';
import type { TitlesUndone } from '../../../device/actions/undo-titles.ts';
import { useApp } from '../../context.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';

export function TitlesUndoneNotice({ undone, actions }: { readonly undone: TitlesUndone; readonly actions?: ComponentChildren }) {
  const words = useApp().text.titles;
  return (
    <Notice tone="info" title={words.undone} announce actions={actions}>
      <ul>
        {undone.putAway > 0 && <li>{words.putAway(undone.putAway)}</li>}
        {undone.asBefore > 0 && <li>{words.asBefore(undone.asBefore)}</li>}
        {undone.kept > 0 && <li>{words.kept(undone.kept)}</li>}
      </ul>
    </Notice>
  );
}
