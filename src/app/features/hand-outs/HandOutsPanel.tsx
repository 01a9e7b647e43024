// Handing out: choose what happens once, then one scan or one tap a thing, a child's hand already out for it. Favorites and most used
// first; what is not in the catalogue is named on the spot. Lending asks for a card; the rest asks for nothing.

import { useMemo, useState } from 'preact/hooks';
import { handOutsOf } from '../../../device/store/hand-outs.ts';
import { movements } from '../../../device/store/loans.ts';
import { type HandOutWay, handOutWays } from '../../../domain/hand-out.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { type Catalogue, findItems, useCatalogue } from '../../records/catalogue.ts';
import { useToday } from '../../records/library-day.ts';
import { type Places, useOwnDevice } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { isRecording } from '../../records/session-words.ts';
import { folded, matches } from '../../records/search.ts';
import { stockShort } from '../../records/stock-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { SplitView } from '../../ui/frame/SplitView.tsx';
import { TallyButton } from '../../ui/tally/TallyButton.tsx';
import { TallyGrid } from '../../ui/tally/TallyGrid.tsx';
import { BringBackDialog } from './BringBackDialog.tsx';
import { CodeOfThing } from './CodeOfThing.tsx';
import { CountAboard } from './CountAboard.tsx';
import { HandOutForm } from './HandOutForm.tsx';
import { HandOutLog } from './HandOutLog.tsx';
import css from './hand-outs-panel.module.css';
import { LendDialog } from './LendDialog.tsx';
import { countOf, isOf, recentHandOuts, type Thing, thingOf, thingsInOrder } from './things.ts';
import { useHandOut } from './use-hand-out.ts';
import { useLastRecipient } from './use-last-recipient.ts';

export interface HandOutsPanelProps {
  readonly session: Session;
  readonly places: Places;
}

const few = 8;

export function HandOutsPanel({ session, places }: HandOutsPanelProps) {
  const { device, text } = useApp();
  const today = useToday(places.zone);
  const [way, setWay] = useState<HandOutWay>('given');
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(few);
  const [wantsToCount, setWantsToCount] = useState(false);
  const isCounting = wantsToCount && session.values.status !== 'canceled';
  const handOuts = useLive(() => handOutsOf(device.store, session.id), [session.id]);
  const own = useOwnDevice();
  const recent = useLive(() => recentHandOuts(device.store, today), [today]);
  const catalogue = useCatalogue();
  const moving = useLive(() => movements(device.store, today), [today]);
  const known = catalogue.state === 'ready' ? catalogue.value : null;
  const act = useHandOut({ session: session.id, way, catalogue: known, zone: places.zone, today });
  const used = recent.state === 'ready' ? recent.value : null;
  const things = useMemo(() => (used === null || known === null ? [] : thingsInOrder(used, known)), [used, known]);
  const found = useMemo(() => (known === null || search === '' ? things : searched(things, known, search)), [things, known, search]);

  const last = handOuts.state === 'ready' ? handOuts.value.find((one) => !one.voided && one.fact.device === own) : undefined;
  const recipient = useLastRecipient(last?.fact.id);

  for (const live of [handOuts, recent, catalogue, moving]) if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (handOuts.state !== 'ready' || used === null || known === null) return <Skeleton label={text.handOuts.reading} />;

  const words = text.handOuts;
  const open = isRecording(session);
  const entry = last === undefined ? '' : words.entry(last.body.count, last.body.title);
  const asks = act.asks;
  const picking = (
    <>
      {!open && <p class={css.closed}>{closedText()}</p>}
      <KeyChoice
        legend={words.way}
        value={way}
        onChange={setWay}
        choices={handOutWays.map((value) => ({ value, label: text.handOuts.wayChoice[value] }))}
      />
      {open && <CodeOfThing onCode={act.code} />}
      {act.said !== null && <Notice tone={act.said.tone} title={act.said.text} announce />}
      {things.length > few && (
        <SearchField name="search" label={words.search} value={search} clearLabel={words.clear} onInput={setSearch} />
      )}
      {things.length === 0 && (
        <EmptyState icon="kit" title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      )}
      {things.length > 0 && found.length === 0 && <p>{words.noneFound(search)}</p>}
      <div class={css.things}>
        <TallyGrid label={words.pick}>
          {found.slice(0, most).map((thing) => (
            <div key={thing.key} class={css.thing}>
              <TallyButton
                label={thing.title}
                note={noteOf(thing)}
                count={countOf(thing, way, handOuts.value)}
                formatCount={text.formatting.number}
                addLabel={words.verb[way]}
                takeBackLabel={words.takeBackLast(thing.title)}
                disabled={!open}
                onAdd={() => void act.thing(thing)}
                onTakeBack={() => void act.takeBack(handOuts.value.find((one) => isOf(one, thing, way))?.fact.id)}
              />
              {thing.shows && thing.resource !== null && (
                <LinkButton icon="show" href={routes.showInSession(session.id, thing.resource)}>
                  {words.show(thing.title)}
                </LinkButton>
              )}
            </div>
          ))}
        </TallyGrid>
      </div>
      {found.length > most && <Button onClick={() => setMost(most + 24)}>{words.showMore}</Button>}
    </>
  );

  const counting =
    moving.state !== 'ready' ? (
      <Skeleton label={words.reading} />
    ) : (
      <CountAboard
        session={session}
        places={places}
        catalogue={known}
        things={things}
        noteOf={(item) => noteOf(thingOf(item))}
        movements={moving.value}
        today={today}
      />
    );

  return (
    <>
      <SplitView
        firstLabel={words.title}
        secondLabel={words.log}
        first={
          <>
            {act.problem !== null && <ProblemNotice problem={act.problem} title={text.sessions.notSaved} />}
            {isCounting ? counting : picking}
            {session.values.status !== 'canceled' && known.items.length > 0 && (
              <Button look="quiet" icon="kit" onClick={() => setWantsToCount(!isCounting)}>
                {isCounting ? words.countDone : words.countAboard}
              </Button>
            )}
            {open && !isCounting && (
              <ActionBar>
                <Button icon="undo" disabled={last === undefined} onClick={() => void act.takeBack(last?.fact.id)}>
                  {last === undefined ? words.nothingToUndo : words.undo(entry, text.formatting.clock(last.fact.at, places.zone))}
                </Button>
                <Button icon="add" onClick={() => act.ask({ for: 'name', code: '' })}>
                  {words.other}
                </Button>
              </ActionBar>
            )}
          </>
        }
        second={<HandOutLog session={session.id} handOuts={handOuts.value} zone={places.zone} />}
      />
      {asks?.for === 'name' && (
        <HandOutForm
          session={session.id}
          way={way}
          today={today}
          code={asks.code}
          catalogue={known}
          onClose={act.answered}
          onWay={setWay}
          onLend={act.lend}
          onBack={act.itemBack}
        />
      )}
      {asks?.for === 'lend' && (
        <LendDialog
          session={session}
          thing={asks.thing}
          label={asks.label}
          asksLabel={asks.asksLabel}
          count={asks.count}
          today={today}
          recipient={recipient.last}
          onAnother={recipient.forget}
          onLent={recipient.keep}
          onClose={act.answered}
        />
      )}
      {asks?.for === 'back' && (
        <BringBackDialog
          loans={asks.loans}
          problem={act.problem}
          places={places}
          onClose={act.answered}
          onLoan={(loan, count) => void act.loanBack(loan, count)}
          onOther={() => void act.looseBack(asks.thing, asks.label)}
        />
      )}
    </>
  );

  function noteOf({ type, favorite, resource }: Thing): string | undefined {
    const parts = [favorite ? text.resources.favoriteMark : '', type === null ? '' : text.words.resourceType[type], aboardOf(resource)];
    return parts.some((part) => part !== '') ? parts.filter((part) => part !== '').join(' · ') : undefined;
  }

  /** In the vehicle of this session. */
  function aboardOf(resource: string | null): string {
    const item = resource === null ? undefined : known?.byId.get(resource);
    if (item === undefined || moving.state !== 'ready') return '';
    const { outletById } = places;
    return stockShort(item, { outlet: session.values.outlet, outletById, movements: moving.value, today }, text);
  }

  function closedText(): string {
    if (session.values.status === 'planned') return words.notStarted;
    return session.values.status === 'canceled' ? words.canceled : words.finished;
  }
}

/** Things named on the spot are in no catalogue, and are found as well. */
function searched(things: readonly Thing[], catalogue: Catalogue, search: string): readonly Thing[] {
  const named = things.filter(
    ({ resource, title }) => (resource === null || !catalogue.byId.has(resource)) && matches(folded(title), search),
  );
  return [...named, ...findItems(catalogue, { typed: search }).map(thingOf)];
}
