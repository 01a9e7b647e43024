// A digital resource's file on the resource's page: given at a desk, kept on a tablet, shown from either. It saves by itself, apart from
// the form around it: a file of fifty megabytes is not a field.

import { useState } from 'preact/hooks';
import { fileOf } from '../../../../device/store/pinned-files.ts';
import type { FileRef } from '../../../../domain/file.ts';
import type { ResourceFields } from '../../../../domain/places.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useWork } from '../../../use-work.ts';
import { FileStateLine } from './FileStateLine.tsx';
import { fileState } from './file-state.ts';
import css from './files.module.css';
import { useFileActions } from './use-file-actions.ts';
import { GiveFile } from './GiveFile.tsx';
import { iconOfFile, wordsOfFile } from './kind-icon.ts';
import { NotePart } from './NotePart.tsx';
import { SavedPagePart } from './SavedPagePart.tsx';

export interface FilePartProps {
  readonly id: string;
  readonly values: ResourceFields;
}

export function FilePart({ id, values }: FilePartProps) {
  const { text } = useApp();
  const words = text.files;
  const file = values.file ?? null;
  return (
    <section class={css.part} aria-labelledby="file-part">
      <h2 class={css.title} id="file-part">
        {words.part}
      </h2>
      {file === null && (
        <>
          <p class={css.quiet}>{words.none}</p>
          <GiveFile resource={id} label={words.choose} main />
        </>
      )}
      {file !== null && <GivenFile id={id} file={file} values={values} />}
      {/* A file that arrives takes no text away under the hands that type it. */}
      <NotePart resource={id} note={values.note ?? ''} hasFile={file !== null} />
    </section>
  );
}

function GivenFile({ id, file, values }: { readonly id: string; readonly file: FileRef; readonly values: ResourceFields }) {
  const { device, text } = useApp();
  const act = useFileActions();
  const words = text.files;
  const [asking, setAsking] = useState(false);
  const work = useWork();
  const live = useLive(() => fileOf(device.store, id, file.hash), [id, file.hash]);
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (live.state === 'loading') return null;
  const { pinned, kept } = live.value;
  const state = fileState(text, pinned, kept);
  return (
    <>
      <div class={css.file}>
        <span class={css.mark}>
          <Icon name={iconOfFile(file)} size="large" />
        </span>
        <div class={css.about}>
          <p class={css.name}>{file.name}</p>
          <p class={css.quiet}>{wordsOfFile(text, file)}</p>
          <FileStateLine state={state} />
        </div>
      </div>
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div class={css.actions}>
        {state.complete && (
          <LinkButton look="main" icon="show" href={routes.show(id)}>
            {words.show}
          </LinkButton>
        )}
        {pinned ? (
          <Button icon="minus" onClick={() => void work.run(() => act.unpinFile(id))}>
            {words.letGo}
          </Button>
        ) : (
          <Button look={state.complete ? 'plain' : 'main'} icon="download" onClick={() => void work.run(() => act.pinFile(id))}>
            {words.keep}
          </Button>
        )}
        {state.stopped && (
          <Button icon="refresh" onClick={() => act.fetchFiles()}>
            {words.again}
          </Button>
        )}
      </div>
      <div class={css.actions}>
        <GiveFile resource={id} label={words.replace} />
        <Button icon="delete" onClick={() => setAsking(true)}>
          {words.takeAway}
        </Button>
      </div>
      {file.mime === 'text/html' && <SavedPagePart resource={id} page={values.page ?? null} />}
      <ConfirmDialog
        open={asking}
        title={words.takeAwayTitle}
        confirmLabel={words.takeAway}
        cancelLabel={words.keepIt}
        look="danger"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void work.run(() => act.takeFileAway(id));
        }}
      >
        <p>{words.takeAwayText}</p>
      </ConfirmDialog>
    </>
  );
}
