// How many are aboard. Nobody has to count; who counted once sees the number fall and rise by what is given, lent and comes back.

import { useState } from 'preact/hooks';
import { movements } from '../../../device/store/loans.ts';
import type { Shown } from '../../../device/store/records.ts';
import type { ResourceFields } from '../../../domain/places.ts';
import { countedAs, stockOf } from '../../../domain/stock.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useToday } from '../../records/library-day.ts';
import { useZone } from '../../records/places.ts';
import { PiecesField } from '../../records/PiecesField.tsx';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import css from './resources.module.css';

export function StockPart({ resource }: { readonly resource: Shown<ResourceFields> }) {
  const { device, text } = useApp();
  const words = text.resources.stock;
  const today = useToday(useZone());
  const [counting, setCounting] = useState(false);
  const live = useLive(() => movements(device.store, today), [today]);
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (live.state === 'loading') return null;
  const { type, stock: counted } = resource.values;
  const stock = stockOf(resource.id, counted, live.value, today);
  const isKit = type === 'kit';
  const { number, dayWithYear: day } = text.formatting;
  return (
    <section class={css.stock}>
      <h2>{words.title}</h2>
      {stock === null ? (
        <p>{words.none}</p>
      ) : (
        <>
          <div class={css.figures}>
            <StatFigure
              size="total"
              value={number(stock.aboard ?? stock.counted)}
              label={stock.aboard === null ? words.countedOn(day(stock.since)) : words.aboard}
            />
            {stock.out > 0 && <StatFigure value={number(stock.out)} label={words.out} />}
            {isKit && !stock.old && <StatFigure value={number(stock.counted)} label={words.prepared} />}
            {isKit && !stock.old && <StatFigure value={number(Math.max(0, -stock.moved))} label={words.pickedUp} />}
          </div>
          {stock.old ? <Notice tone="warning" title={words.old} /> : <p>{words.since(day(stock.since))}</p>}
        </>
      )}
      <Button onClick={() => setCounting(true)}>{isKit ? words.countPrepared : words.count}</Button>
      {counting && (
        <CountStock
          shown={stock?.aboard ?? null}
          isCounted={stock !== null}
          onClose={() => setCounting(false)}
          save={(aboard) =>
            device.act.changeResource(resource.id, {
              stock: aboard === null ? null : countedAs(resource.id, aboard, live.value, today),
            })
          }
        />
      )}
    </section>
  );
}

interface CountStockProps {
  readonly shown: number | null;
  readonly isCounted: boolean;
  readonly save: (aboard: number | null) => ReturnType<ReturnType<typeof useApp>['device']['act']['changeResource']>;
  readonly onClose: () => void;
}

function CountStock({ shown, isCounted, save, onClose }: CountStockProps) {
  const { text } = useApp();
  const words = text.resources.stock;
  const form = text.handOuts.form;
  const [before] = useState(shown === null ? '' : String(Math.max(0, shown)));
  const [typed, setTyped] = useState(before);
  const [tried, setTried] = useState(false);
  const work = useWork();
  useUnsaved(typed !== before);
  const isNumber = /^\d{1,4}$/.test(typed.trim());

  async function saved(aboard: number | null): Promise<void> {
    if ((await work.run(() => save(aboard))) !== undefined) onClose();
  }

  return (
    <Dialog
      open
      title={words.dialog}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <>
          {isCounted && (
            <Button look="quiet" onClick={() => void saved(null)}>
              {words.stop}
            </Button>
          )}
          <Button look="main" large type="submit" form="stock-form" busy={work.busy ? form.saving : undefined}>
            {words.save}
          </Button>
        </>
      }
    >
      <Form
        id="stock-form"
        problems={tried && !isNumber ? [{ field: 'aboard', message: words.wrong }] : []}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => {
          setTried(true);
          if (isNumber) void saved(Number(typed.trim()));
        }}
      >
        {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
        <PiecesField name="aboard" label={words.number} hint={words.hint} min={0} value={typed} onInput={setTyped} />
      </Form>
    </Dialog>
  );
}
