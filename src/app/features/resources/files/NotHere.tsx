// Where a file would be shown that is not on this device, or not yet whole: how far it is, and how it comes.

import type { KeptFile } from '../../../../device/store/db.ts';
import type { FileRef } from '../../../../domain/file.ts';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { useWork } from '../../../use-work.ts';
import { FileStateLine } from './FileStateLine.tsx';
import { fileState } from './file-state.ts';
import { wordsOfFile } from './kind-icon.ts';
import { useFileActions } from './use-file-actions.ts';

export interface NotHereProps {
  readonly resource: string;
  readonly file: FileRef;
  readonly pinned: boolean;
  readonly kept: KeptFile | undefined;
}

export function NotHere({ resource, file, pinned, kept }: NotHereProps) {
  const { text } = useApp();
  const act = useFileActions();
  const work = useWork();
  const state = fileState(text, pinned, kept);
  return (
    <EmptyState
      icon="download"
      title={text.files.notHere}
      actions={
        pinned ? (
          state.stopped && (
            <Button icon="refresh" onClick={() => act.fetchFiles()}>
              {text.files.again}
            </Button>
          )
        ) : (
          <Button look="main" icon="download" onClick={() => void work.run(() => act.pinFile(resource))}>
            {text.files.keep}
          </Button>
        )
      }
    >
      <p>{wordsOfFile(text, file)}</p>
      {pinned && <FileStateLine state={state} />}
      {work.problem && <ProblemNotice problem={work.problem} />}
    </EmptyState>
  );
}
