// A complete file by its kind. Pictures, sound and video are read from a blob: address, which browsers seek in without any network.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FileRef } from '../../../../domain/file.ts';
import { kindOfFile } from '../../../../domain/file-type.ts';
import type { Problem } from '../../../../domain/problem.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Progress } from '../../../ui/feedback/Progress.tsx';
import { ImageContent } from './ImageContent.tsx';
import type { PdfContentProps } from './PdfContent.tsx';
import { SavedPageContent } from './SavedPageContent.tsx';
import { TextContent } from './TextContent.tsx';
import { useFileActions } from './use-file-actions.ts';
import css from './viewer.module.css';

export interface FileContentProps {
  readonly file: FileRef;
  readonly title: string;
}

export function FileContent({ file, title }: FileContentProps) {
  const kind = kindOfFile(file.mime);
  if (kind === null) return <CannotShow />;
  // A saved page is answered by the service worker, under a policy of its own; a blob: address would be under ours.
  return kind === 'page' ? <SavedPageContent hash={file.hash} title={title} /> : <BlobContent file={file} kind={kind} title={title} />;
}

function BlobContent({ file, kind, title }: FileContentProps & { readonly kind: 'pdf' | 'image' | 'audio' | 'video' | 'text' }) {
  const { device, text } = useApp();
  const act = useFileActions();
  const [opened, setOpened] = useState<{ readonly blob: Blob; readonly url: string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    const state = { mounted: true, url: '' };
    void act.readFile(file.hash, file.mime).then((read) => {
      if (!state.mounted) return;
      if (!read.ok) {
        setProblem(read.problem);
        return;
      }
      state.url = URL.createObjectURL(read.value);
      setOpened({ blob: read.value, url: state.url });
    });
    return () => {
      state.mounted = false;
      URL.revokeObjectURL(state.url);
    };
  }, [device, file.hash, file.mime]);

  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (broken) return <CannotShow />;
  if (opened === null) return <Progress label={text.files.opening} />;
  const onBroken = () => setBroken(true);
  switch (kind) {
    case 'image':
      return <ImageContent url={opened.url} title={title} onBroken={onBroken} />;
    case 'audio':
      return (
        <div class={css.media}>
          {/* biome-ignore lint/a11y/useMediaCaption: a library's own file comes without captions */}
          <audio class={css.audio} controls preload="metadata" src={opened.url} aria-label={title} onError={onBroken} />
        </div>
      );
    case 'video':
      return (
        <div class={css.media}>
          {/* biome-ignore lint/a11y/useMediaCaption: a library's own file comes without captions */}
          <video class={css.video} controls playsInline preload="metadata" src={opened.url} aria-label={title} onError={onBroken} />
        </div>
      );
    case 'text':
      return <TextOf blob={opened.blob} />;
    case 'pdf':
      return <LazyPdf blob={opened.blob} onBroken={onBroken} />;
  }
}

function CannotShow() {
  const { text } = useApp();
  return (
    <Notice tone="problem" title={text.files.cannotShow} announce>
      <p>{text.files.cannotShowText}</p>
    </Notice>
  );
}

function TextOf({ blob }: { readonly blob: Blob }) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    void blob.text().then(setText);
  }, [blob]);
  return text === null ? null : <TextContent text={text} />;
}

/** The pages of a PDF are a part of their own, with the reader behind it in the second stage of the offline shell. */
function LazyPdf(props: PdfContentProps) {
  const { text } = useApp();
  const [loaded, setLoaded] = useState<{ readonly Part: ComponentType<PdfContentProps> } | 'loading' | 'failed'>('loading');
  useEffect(() => {
    const mounted = { now: true };
    import('./PdfContent.tsx')
      .then((module) => mounted.now && setLoaded({ Part: module.PdfContent }))
      .catch(() => mounted.now && setLoaded('failed')); // the page's own guard reloads for a release that is gone
    return () => {
      mounted.now = false;
    };
  }, []);
  if (loaded === 'loading') return <Progress label={text.files.opening} />;
  if (loaded === 'failed') return <Notice tone="problem" title={text.files.readerMissing} announce />;
  return <loaded.Part {...props} />;
}
