// Who can open sign-ups: each passphrase with who keeps it and since when. Two are asked for until there are two. Removing one says what
// it cannot do.

import { useState } from 'preact/hooks';
import type { ShownWrap } from '../../../../device/store/records.ts';
import { useApp } from '../../../context.ts';
import { dayIn } from '../../../records/library-day.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { Button } from '../../../ui/button/Button.tsx';
import { List, ListItem } from '../../../ui/data/List.tsx';
import { ListRow } from '../../../ui/data/ListRow.tsx';
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { useWork } from '../../../use-work.ts';
import { AddHolder } from './AddHolder.tsx';
import css from './sealing.module.css';

export interface KeyHoldersProps {
  /** Of the key in use. */
  readonly wraps: readonly ShownWrap[];
  readonly mayChange: boolean;
  readonly zone: string;
}

export function KeyHolders({ wraps, mayChange, zone }: KeyHoldersProps) {
  const { device, text } = useApp();
  const words = text.keyHolders;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ShownWrap | null>(null);
  const [said, setSaid] = useState('');
  const work = useWork();
  const passphrases = wraps.filter(({ values }) => values.by === 'passphrase');
  const holders = new Set(passphrases.map(({ values }) => values.holder.trim().toLowerCase()));

  async function remove(wrap: ShownWrap): Promise<void> {
    const done = await work.run(() => device.act.removeKeyWraps([wrap.id]));
    setRemoving(null);
    if (done !== undefined) setSaid(words.removed(wrap.values.holder));
  }

  return (
    <section class={css.part}>
      <h2>{words.title}</h2>
      {work.problem && <ProblemNotice problem={work.problem} title={words.lastStays} />}
      {said !== '' && <Notice tone="done" title={said} announce />}
      <List label={words.title}>
        {wraps.map((wrap) => {
          const { by, holder, madeAt } = wrap.values;
          const since = madeAt === undefined ? words.older : words.made(text.formatting.dayWithYear(dayIn(zone, madeAt)));
          return (
            <ListItem key={wrap.id}>
              <ListRow
                icon={by === 'passphrase' ? 'key' : 'print'}
                title={text.sealing.wrap[by]}
                meta={[holder === '' ? '' : text.sealing.keptBy(holder), since].filter((part) => part !== '').join(' · ')}
                trailing={
                  mayChange &&
                  by === 'passphrase' &&
                  passphrases.length > 1 && (
                    <Button look="quiet" onClick={() => setRemoving(wrap)}>
                      {words.remove(holder)}
                    </Button>
                  )
                }
              />
            </ListItem>
          );
        })}
      </List>
      {holders.size < 2 && <Notice tone="warning" title={words.two} />}
      {mayChange && !adding && (
        <Button icon="add" onClick={() => setAdding(true)}>
          {holders.size < 2 ? words.add : words.addMore}
        </Button>
      )}
      {mayChange && adding && (
        <>
          <h3>{words.addTitle}</h3>
          <p>{words.addText}</p>
          <AddHolder onDone={() => setAdding(false)} />
        </>
      )}
      {removing !== null && (
        <ConfirmDialog
          open
          look="danger"
          title={words.removeTitle(removing.values.holder)}
          confirmLabel={words.removeIt}
          cancelLabel={words.keep}
          busy={work.busy ? text.shell.loading : undefined}
          onConfirm={() => void remove(removing)}
          onCancel={() => setRemoving(null)}
        >
          <p>{words.removeText}</p>
          <p>{words.removeThen}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
