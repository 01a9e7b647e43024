// A text typed in the app and shown like a file: it travels with the record, so it is on every device without a download.

import { useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { useUnsaved } from '../../../use-unsaved.ts';
import { useWork } from '../../../use-work.ts';
import css from './files.module.css';

export interface NotePartProps {
  readonly resource: string;
  readonly note: string;
  /** Then the file is what is shown, and a text is here only while it is typed. */
  readonly hasFile: boolean;
}

export function NotePart({ resource, note, hasFile }: NotePartProps) {
  const { device, text } = useApp();
  const words = text.files;
  const [changed, setTyped] = useState<string | null>(null); // null: untouched, and shows what arrives
  const work = useWork();
  const typed = changed ?? note;
  const dirty = typed !== note;
  useUnsaved(dirty);

  async function save(): Promise<void> {
    if ((await work.run(() => device.act.changeResource(resource, { note: typed }))) !== undefined) setTyped(null);
  }

  if (hasFile && !dirty) return null;
  return (
    <>
      <TextArea name="note" label={words.note} hint={words.noteHint} rows={6} maxLength={10_000} value={typed} onInput={setTyped} />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div class={css.actions}>
        <Button disabled={!dirty} busy={work.busy ? words.saving : undefined} onClick={() => void save()}>
          {words.saveNote}
        </Button>
        {note.trim() !== '' && (
          <LinkButton icon="show" href={routes.show(resource)}>
            {words.show}
          </LinkButton>
        )}
      </div>
    </>
  );
}
