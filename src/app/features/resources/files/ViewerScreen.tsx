// A digital resource, the whole screen, for the people in front of it: opened from what is on this device, with no network. Escape and the
// cross go back to where one came from. What was shown can be counted in an open session with one tap.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { fileOf } from '../../../../device/store/pinned-files.ts';
import { resourceWith } from '../../../../device/store/records.ts';
import type { ResourceFields } from '../../../../domain/places.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { useHoldUpdates } from '../../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { IconButton } from '../../../ui/button/IconButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { FileContent } from './FileContent.tsx';
import { NotHere } from './NotHere.tsx';
import { ShownBar } from './ShownBar.tsx';
import { TextContent } from './TextContent.tsx';
import css from './viewer.module.css';

/** `session`: it is shown in this one. */
export function ViewerScreen({ id, session }: { readonly id: string; readonly session?: string }) {
  useHoldUpdates(true);
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.files;
  const dialog = useRef<HTMLDialogElement>(null);
  const live = useLive(async () => {
    const values = (await resourceWith(device.store, id))?.values;
    const file = values?.file ?? null;
    return { values, file: file === null ? null : { ref: file, ...(await fileOf(device.store, id, file.hash)) } };
  }, [id]);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  function leave(): void {
    if (history.length > 1) history.back();
    else route(session === undefined ? routes.resource(id) : routes.session(session, 'resources'), true);
  }

  const title = live.state === 'ready' ? (live.value.values?.title ?? '') : '';
  return (
    <dialog
      ref={dialog}
      class={css.viewer}
      aria-label={title === '' ? words.opening : title}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <header class={css.head}>
        <IconButton icon="close" label={words.back} onClick={leave} />
        <h1 class={css.title}>{title}</h1>
      </header>
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && <Content id={id} {...live.value} />}
      {live.state === 'ready' && live.value.values !== undefined && (
        <ShownBar resource={id} title={title} {...(session === undefined ? {} : { session })} />
      )}
    </dialog>
  );
}

interface ContentProps {
  readonly id: string;
  readonly values: ResourceFields | undefined;
  readonly file: (Awaited<ReturnType<typeof fileOf>> & { readonly ref: NonNullable<ResourceFields['file']> }) | null;
}

function Content({ id, values, file }: ContentProps) {
  const { text } = useApp();
  if (file?.kept?.state === 'complete') return <FileContent key={file.ref.hash} file={file.ref} title={values?.title ?? ''} />;
  if (file !== null) return <NotHere resource={id} file={file.ref} pinned={file.pinned} kept={file.kept} />;
  const note = values?.note ?? '';
  if (note.trim() !== '') return <TextContent text={note} />;
  return <Notice tone="info" title={text.files.noLongerHere} />;
}
