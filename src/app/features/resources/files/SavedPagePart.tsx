// Where a saved page came from, as the person who saved it says.

import { useState } from 'preact/hooks';
import type { ResourceFields } from '../../../../domain/places.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';
import css from './files.module.css';

export interface SavedPagePartProps {
  readonly resource: string;
  readonly page: NonNullable<ResourceFields['page']> | null;
}

export function SavedPagePart({ resource, page }: SavedPagePartProps) {
  const { device, text } = useApp();
  const words = text.files;
  const [typed, setTyped] = useState<{ readonly title?: string; readonly source?: string }>({}); // what is untouched shows what arrives
  const title = typed.title ?? page?.title ?? '';
  const source = typed.source ?? page?.source ?? '';
  const work = useWork();
  const dirty = title !== (page?.title ?? '') || source !== (page?.source ?? '');
  useUnsaved(dirty);
  const set = { page: { ...page, title: title.trim().slice(0, 300), source: source.trim().slice(0, 300) } };

  async function save(): Promise<void> {
    if ((await work.run(() => device.act.changeResource(resource, set))) !== undefined) setTyped({});
  }

  return (
    <>
      <TextField name="page-title" label={words.pageTitle} value={title} onInput={(next) => setTyped({ ...typed, title: next })} />
      <TextField
        name="page-source"
        label={words.pageSource}
        hint={words.pageSourceHint}
        value={source}
        onInput={(next) => setTyped({ ...typed, source: next })}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div class={css.actions}>
        <Button disabled={!dirty} busy={work.busy ? words.saving : undefined} onClick={() => void save()}>
          {words.savePage}
        </Button>
      </div>
    </>
  );
}
