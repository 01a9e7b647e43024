// Choosing a file for a resource. Any bytes may come: what they are is found out by reading them, which is shown while it lasts.

import { useRef, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { useHoldUpdates } from '../../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { useWarnBeforeUnload } from '../../../records/use-warn-before-unload.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { Progress } from '../../../ui/feedback/Progress.tsx';
import { useWork } from '../../../use-work.ts';
import css from './files.module.css';
import { useFileActions } from './use-file-actions.ts';

/** Only what the picker offers first; what is taken is decided by the first bytes. */
const accepted = 'application/pdf,image/*,audio/*,video/*,text/html,text/plain';

export interface GiveFileProps {
  readonly resource: string;
  readonly label: string;
  readonly main?: boolean;
}

export function GiveFile({ resource, label, main }: GiveFileProps) {
  const { text } = useApp();
  const act = useFileActions();
  const words = text.files;
  const input = useRef<HTMLInputElement>(null);
  const [part, setPart] = useState(0);
  const work = useWork();
  useHoldUpdates(work.busy);
  useWarnBeforeUnload(work.busy);

  async function give(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setPart(0);
    await work.run(() => act.giveFile(resource, file, setPart));
  }

  return (
    <>
      <Button
        look={main ? 'main' : 'plain'}
        icon="upload"
        busy={work.busy ? words.reading : undefined}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      {work.busy && <Progress label={words.reading} value={part} words={words.readingPart(Math.floor(part * 100))} />}
      <input
        ref={input}
        class={css.input}
        type="file"
        accept={accepted}
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          void give(event.currentTarget.files?.[0]);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
      {work.problem && <ProblemNotice problem={work.problem} title={words.notTaken} />}
    </>
  );
}
