// The way out where no network comes: what is unsent goes to another device as codes on the screen or as a file, and comes from one so.

import { useRef, useState } from 'preact/hooks';
import type { PackedFile, TakenFile } from '../../../device/actions/parcels.ts';
import { self } from '../../../device/store/self.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useParcels } from '../../records/use-parcels.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { mayShare, shareFile } from '../../ui/share-file.ts';
import { useWork } from '../../use-work.ts';
import css from './delivery-screen.module.css';

type Done = { readonly way: 'saved' | 'shared'; readonly file: PackedFile } | { readonly way: 'taken'; readonly taken: TakenFile };

export function WithoutNetwork({ unsent: own }: { readonly unsent: number }) {
  const { text } = useApp();
  const here = useShared(self);
  // What it carries for others goes on from it as well.
  const unsent = own + (here.state === 'ready' ? (here.value.carrying ?? 0) : 0);
  const words = text.parcels;
  const parcels = useParcels();
  const packing = useWork();
  const taking = useWork();
  const [done, setDone] = useState<Done | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  async function save(): Promise<void> {
    setDone(null);
    const file = await packing.run(parcels.packFile);
    if (file !== undefined) saved(file);
  }

  async function share(): Promise<void> {
    setDone(null);
    const file = await packing.run(parcels.packFile);
    if (file === undefined) return;
    // What is not sealed is not handed to a messenger.
    const shared = file.sealed ? await shareFile(file.name, file.text) : 'refused';
    if (shared === 'shared') setDone({ way: 'shared', file });
    else if (shared === 'refused') saved(file);
  }

  function saved(file: PackedFile): void {
    saveFile(file.name, 'text/plain', file.text);
    setDone({ way: 'saved', file });
  }

  async function take(file: File): Promise<void> {
    setDone(null);
    const content = await file.text();
    const taken = await taking.run(() => parcels.takeFile(content));
    if (taken !== undefined) setDone({ way: 'taken', taken });
  }

  return (
    <section class={css.part} aria-labelledby="without-network">
      <h2 id="without-network">{words.title}</h2>
      <p>{words.text}</p>
      <h3>{words.toTitle}</h3>
      {unsent === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p>{words.unsent(unsent)}</p>
          <div class={css.actions}>
            <LinkButton icon="qr" href={routes.showCodes}>
              {words.showCodes}
            </LinkButton>
            <Button icon="download" busy={packing.busy ? words.sealing : undefined} onClick={() => void save()}>
              {words.saveFile}
            </Button>
            {mayShare() && (
              <Button icon="up" busy={packing.busy ? words.sealing : undefined} onClick={() => void share()}>
                {words.shareFile}
              </Button>
            )}
          </div>
        </>
      )}
      <h3>{words.fromTitle}</h3>
      <div class={css.actions}>
        <LinkButton icon="scan" href={routes.scanCodes}>
          {words.scanCodes}
        </LinkButton>
        <Button icon="upload" busy={taking.busy ? words.taking : undefined} onClick={() => chooser.current?.click()}>
          {words.takeFile}
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".txt,.ndjson,text/plain,application/x-ndjson"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file !== undefined) void take(file);
          }}
        />
      </div>
      {done !== null && <Told done={done} />}
      {(packing.problem ?? taking.problem) && <ProblemNotice problem={packing.problem ?? taking.problem ?? { code: 'bug' }} />}
    </section>
  );
}

function Told({ done }: { readonly done: Done }) {
  const { text } = useApp();
  const words = text.parcels;
  if (done.way !== 'taken') {
    const { count, sealed } = done.file;
    if (sealed) return <Notice tone="done" title={done.way === 'saved' ? words.saved(count) : words.shared(count)} announce />;
    return (
      <Notice tone="warning" title={words.savedOpen(count)} announce>
        <p>{words.savedOpenText}</p>
      </Notice>
    );
  }
  const { added, known, damaged, sealed } = done.taken;
  return (
    <Notice tone={damaged ? 'warning' : 'done'} title={words.taken(added, known)} announce>
      {added > 0 && <p>{sealed ? words.takenText : words.takenOpenText}</p>}
      {Boolean(damaged) && <p>{words.damaged}</p>}
    </Notice>
  );
}
