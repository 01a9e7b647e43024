// Handing out: choose what happens once, then one tap a thing, a child's hand already out for it. Most used first; what is not in the
// catalogue is named on the spot.

import { useState } from 'preact/hooks';
import { handOutsOf } from '../../../device/store/hand-outs.ts';
import { type HandOutWay, handOutWays } from '../../../domain/hand-out.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useToday } from '../../records/library-day.ts';
import { type Places, useOwnDevice } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { isRecording } from '../../records/session-words.ts';
import { folded, matches } from '../../records/search.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { SplitView } from '../../ui/frame/SplitView.tsx';
import { TallyButton } from '../../ui/tally/TallyButton.tsx';
import { TallyGrid } from '../../ui/tally/TallyGrid.tsx';
import { HandOutForm } from './HandOutForm.tsx';
import { HandOutLog } from './HandOutLog.tsx';
import css from './hand-outs-panel.module.css';
import { countOf, isOf, recentHandOuts, type Thing, thingsInOrder } from './things.ts';

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
  const [naming, setNaming] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const handOuts = useLive(() => handOutsOf(device.store, session.id), [session.id]);
  const own = useOwnDevice();
  const recent = useLive(() => recentHandOuts(device.store, today), [today]);

  if (handOuts.state === 'problem') return <ProblemNotice problem={handOuts.problem} />;
  if (recent.state === 'problem') return <ProblemNotice problem={recent.problem} />;
  if (handOuts.state === 'loading' || recent.state === 'loading') return <Skeleton label={text.handOuts.reading} />;

  const words = text.handOuts;
  const open = isRecording(session);
  const things = thingsInOrder(recent.value, places.resourceById);
  const found = things.filter((thing) => search === '' || matches(folded(`${thing.title} ${thing.barcode ?? ''}`), search));
  const last = handOuts.value.find((one) => !one.voided && one.fact.device === own);

  async function handOut(thing: Thing): Promise<void> {
    const { resource, title } = thing;
    const result = await device.act.handOut(session.id, way, { resource, title, count: 1, barcode: null });
    setProblem(result.ok ? null : result.problem);
  }

  async function takeBack(fact: string | undefined): Promise<void> {
    if (fact === undefined) return;
    const result = await device.act.voidFact(session.id, fact);
    setProblem(result.ok ? null : result.problem);
  }

  const entry = last === undefined ? '' : words.entry(last.body.count, last.body.title);
  const picking = (
    <>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      {!open && <p class={css.closed}>{closedText()}</p>}
      <KeyChoice
        legend={words.way}
        value={way}
        onChange={setWay}
        choices={handOutWays.map((value) => ({ value, label: text.handOuts.wayChoice[value] }))}
      />
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
            <TallyButton
              key={thing.key}
              label={thing.title}
              note={thing.type === null ? undefined : text.words.resourceType[thing.type]}
              count={countOf(thing, way, handOuts.value)}
              formatCount={text.formatting.number}
              addLabel={words.verb[way]}
              takeBackLabel={words.takeBackLast(thing.title)}
              disabled={!open}
              onAdd={() => void handOut(thing)}
              onTakeBack={() => void takeBack(handOuts.value.find((one) => isOf(one, thing, way))?.fact.id)}
            />
          ))}
        </TallyGrid>
      </div>
      {found.length > most && <Button onClick={() => setMost(most + 24)}>{words.showMore}</Button>}
      {open && (
        <ActionBar>
          <Button icon="undo" disabled={last === undefined} onClick={() => void takeBack(last?.fact.id)}>
            {last === undefined ? words.nothingToUndo : words.undo(entry, text.formatting.clock(last.fact.at, places.zone))}
          </Button>
          <Button icon="add" onClick={() => setNaming(true)}>
            {words.other}
          </Button>
        </ActionBar>
      )}
    </>
  );

  return (
    <>
      <SplitView
        firstLabel={words.title}
        secondLabel={words.log}
        first={picking}
        second={<HandOutLog session={session.id} handOuts={handOuts.value} zone={places.zone} />}
      />
      {naming && (
        <HandOutForm session={session.id} way={way} resourceById={places.resourceById} onClose={() => setNaming(false)} onWay={setWay} />
      )}
    </>
  );

  function closedText(): string {
    if (session.values.status === 'planned') return words.notStarted;
    return session.values.status === 'canceled' ? words.canceled : words.finished;
  }
}
