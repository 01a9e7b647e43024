// The last imports of this device, each with the way back: a mistake in a file is often seen days later, on the schedule. Another device has
// its own list: it does not know what this one has written, only that it is there.

import { useMemo, useState } from 'preact/hooks';
import { takeBackActions } from '../../../device/actions/take-back.ts';
import type { TitlesUndone } from '../../../device/actions/undo-titles.ts';
import { factsIn, type ImportKind, type KeptImport, keptImports } from '../../../device/store/imports.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useZone } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';
import css from './import.module.css';
import { ImportProgress } from './ImportProgress.tsx';
import { StoppedHalfWay } from './StoppedHalfWay.tsx';
import { TitlesUndoneNotice } from './TitlesUndoneNotice.tsx';
import { useWritingGoesOn } from './use-import-work.ts';

export function LastImports({ kind }: { readonly kind: ImportKind }) {
  const { device, text } = useApp();
  const words = text.importing.last;
  const zone = useZone();
  const act = useMemo(() => takeBackActions({ store: device.store, saved: device.sync.saved }), [device]);
  const live = useLive(() => keptImports(device.store), []);
  const [asking, setAsking] = useState<KeptImport | null>(null);
  const [taking, setTaking] = useState<KeptImport | null>(null);
  const [undone, setUndone] = useState<TitlesUndone | 'sessions' | null>(null);
  const work = useWork();
  useWritingGoesOn(work.busy);
  const goesOn = useFocusGoesOn<HTMLHeadingElement>();
  const all = live.state === 'ready' ? live.value.filter((one) => one.kind === kind) : [];
  const nameOf = ({ name }: KeptImport) => name || words.unnamed;

  async function takeBack(one: KeptImport): Promise<void> {
    setAsking(null);
    setTaking(one);
    setUndone(null);
    if (kind === 'titles') setUndone((await work.run(() => act.takeBackTitles(one.id))) ?? null);
    else setUndone((await work.run(() => act.takeBackSessions(one.id))) === undefined ? null : 'sessions');
  }

  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (all.length === 0 && undone === null && !work.busy) return null;
  return (
    <section class={css.part}>
      <h2 class={css.title} ref={goesOn} tabIndex={-1}>
        {words.title}
      </h2>
      {undone === 'sessions' && <Notice tone="info" title={text.importing.undone} announce />}
      {undone !== null && undone !== 'sessions' && <TitlesUndoneNotice undone={undone} />}
      {work.busy && taking !== null && <ImportProgress total={factsIn(taking)} undoes />}
      {work.problem && <StoppedHalfWay problem={work.problem} />}
      {all.length > 0 && (
        <List label={words.title}>
          {all.map((one) => (
            <ListItem key={one.id}>
              <ListRow
                icon="upload"
                title={<span class={css.name}>{nameOf(one)}</span>}
                meta={words.meta(text.formatting.moment(one.at, zone), factsIn(one))}
                trailing={
                  <Button
                    icon="undo"
                    label={words.takeBackOf(nameOf(one))}
                    busy={work.busy && taking?.id === one.id ? text.importing.undoing : undefined}
                    disabled={work.busy}
                    onClick={() => setAsking(one)}
                  >
                    {words.takeBack}
                  </Button>
                }
              />
            </ListItem>
          ))}
        </List>
      )}
      <ConfirmDialog
        open={asking !== null}
        title={asking === null ? '' : words.askTitle(nameOf(asking))}
        confirmLabel={text.importing.undo}
        cancelLabel={words.keep}
        look="danger"
        onCancel={() => setAsking(null)}
        onConfirm={() => asking !== null && void takeBack(asking)}
      >
        <p>{words.askText}</p>
      </ConfirmDialog>
    </section>
  );
}
