// The list: searched and filtered as one types, any number chosen, one state for all that are chosen.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import { type FollowUpState, followUpStates } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { scanWords } from '../../records/scan-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { CodeSearchField } from '../../ui/form/CodeSearchField.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { useWork } from '../../use-work.ts';
import { type Entry, type Filters, noFilters, type Order } from './book.ts';
import { FilterFields } from './FilterFields.tsx';
import css from './follow-up.module.css';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

export interface EntryListProps {
  readonly desk: Desk;
  readonly entries: readonly Entry[];
  readonly found: readonly Entry[];
  readonly chosen: string | undefined;
  readonly filters: Filters;
  readonly order: Order;
  readonly onFilters: (filters: Filters) => void;
  readonly onOrder: (order: Order) => void;
  readonly onTell: Tell;
  readonly onProblem: (problem: Problem) => void;
}

export function EntryList(props: EntryListProps) {
  const { device, text } = useApp();
  const { entries, found, filters, desk } = props;
  const words = text.followUp;
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<FollowUpState>('entered');
  const work = useWork();
  const inList = useMemo(() => found.filter(({ id }) => marked.has(id)), [found, marked]);
  const counted = useMemo(() => entries.filter(({ signUp }) => !signUp.voided).length, [entries]);
  // What is no longer seen is not changed either.
  useEffect(() => setMarked(new Set()), [filters]);

  async function apply(): Promise<void> {
    const ready = inList.filter(({ signUp }) => state !== 'done' || desk.awaitedOn(signUp.body.programSession) === null);
    const refs = ready.map(({ session, id }) => ({ session, target: id }));
    const facts = await work.run(async () => (await device.act.followUp()).followSignUps(refs, state));
    if (facts === undefined) return;
    setMarked(new Set(inList.filter((one) => !ready.includes(one)).map(({ id }) => id)));
    const left = inList.length - ready.length;
    const said = [facts.length > 0 ? words.saved(facts.length, words.states[state]) : '', left > 0 ? words.stillToCome(left) : ''];
    props.onTell(said.filter((part) => part !== '').join('. '), facts);
  }
  useEffect(() => {
    if (work.problem !== undefined) props.onProblem(work.problem);
  }, [work.problem]);

  return (
    <>
      <CodeSearchField
        name="search"
        label={words.search}
        hint={words.searchHint}
        formats={printedCodes}
        words={scanWords(text)}
        // Beside a person's details a card may be meant for that person.
        wholeScreen={props.chosen === undefined}
        clearLabel={words.clearSearch}
        value={filters.typed}
        onInput={(typed) => props.onFilters({ ...filters, typed })}
      />
      <FilterFields {...props} />
      <LiveRegion text={filters === noFilters ? '' : words.found(found.length, counted)} />
      <div class={css.bar}>
        <p class={css.grow}>{inList.length > 0 ? words.selected(inList.length) : words.found(found.length, counted)}</p>
        {found.length > 0 && inList.length < found.length && (
          <Button look="quiet" onClick={() => setMarked(new Set(found.map(({ id }) => id)))}>
            {words.selectAll(found.length)}
          </Button>
        )}
        {inList.length > 0 && (
          <Button look="quiet" onClick={() => setMarked(new Set())}>
            {words.selectNone}
          </Button>
        )}
      </div>
      {inList.length > 0 && (
        <div class={css.bar}>
          <div class={css.grow}>
            <SelectField
              name="bulk"
              label={words.setSelected}
              value={state}
              onInput={(value) => setState(followUpStates.find((one) => one === value) ?? state)}
              options={followUpStates.map((value) => ({ value, label: words.states[value] }))}
            />
          </div>
          <Button busy={work.busy ? words.applying : undefined} onClick={() => void apply()}>
            {words.apply}
          </Button>
        </div>
      )}
      {found.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.noneTitle}
          actions={<Button onClick={() => props.onFilters(noFilters)}>{words.clearFilters}</Button>}
        >
          <p>{words.noneText}</p>
        </EmptyState>
      ) : (
        <WindowedList label={words.list} items={found} itemKey={({ id }) => id} estimatedHeight={92} row={row} />
      )}
    </>
  );

  function row({ id, session, signUp, contact }: Entry) {
    const { body, fact, followUp } = signUp;
    const name = contact?.name ?? words.sealed;
    const kind = body.program === null ? text.words.signUpKind[body.for] : `${text.words.signUpKind[body.for]}: ${body.program}`;
    return (
      <div class={css.row}>
        <label class={css.pick}>
          <input
            type="checkbox"
            aria-label={words.select(name)}
            checked={marked.has(id)}
            onChange={(event) => {
              const next = new Set(marked);
              if (event.currentTarget.checked) next.add(id);
              else next.delete(id);
              setMarked(next);
            }}
          />
        </label>
        <div class={css.grow}>
          <ListRow
            href={routes.followUpOne(id)}
            current={id === props.chosen}
            icon={contact === null ? 'lock' : undefined}
            title={<span translate={false}>{name}</span>}
            meta={[
              signUp.otherVersions.length > 0 ? words.versions.title : '',
              words.states[followUp.state],
              kind,
              [desk.sessionName(session), text.formatting.moment(fact.at, desk.places.zone)].filter((one) => one !== '').join(', '),
            ]
              .filter((one) => one !== '')
              .join(' · ')}
          />
        </div>
      </div>
    );
  }
}
