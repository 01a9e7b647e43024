// What narrows the list, folded away until it is wanted: state, kind, session, site, language, day, and the order.

import { useMemo } from 'preact/hooks';
import { languages } from '../../../domain/shapes.ts';
import { followUpStates, signUpKinds } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SelectField, type SelectOption } from '../../ui/form/SelectField.tsx';
import { type Entry, type Filters, noFilters, type Order, orders } from './book.ts';
import css from './follow-up.module.css';
import type { Desk } from './use-desk.ts';

export interface FilterFieldsProps {
  readonly desk: Desk;
  readonly entries: readonly Entry[];
  readonly filters: Filters;
  readonly order: Order;
  readonly onFilters: (filters: Filters) => void;
  readonly onOrder: (order: Order) => void;
}

const stateValues = ['current', ...followUpStates, 'all'] as const;

export function FilterFields({ desk, entries, filters, order, onFilters, onOrder }: FilterFieldsProps) {
  const { text } = useApp();
  const words = text.followUp;
  const { places, whereById } = desk;
  const choices = useMemo(() => {
    const sessions = [...new Set(entries.map(({ session }) => session))];
    const wheres = sessions.flatMap((id) => whereById.get(id) ?? []);
    return {
      sessions,
      sites: [...new Set(wheres.flatMap(({ site }) => site ?? []))],
      days: [...new Set(wheres.map(({ date }) => date))].toSorted().reverse(),
    };
  }, [entries, whereById]);
  const set = (change: Partial<Filters>) => onFilters({ ...filters, ...change });
  const stateLabel = { current: words.current, ...words.states, all: words.everything };
  const one = <Value extends string>(
    name: keyof Filters,
    label: string,
    values: readonly Value[],
    labelOf: (value: Value) => string,
    onChosen: (value: Value | '') => void,
  ) => {
    const options: readonly SelectOption[] = [
      { value: '', label: words.any },
      ...values.map((value) => ({ value, label: labelOf(value) })),
    ];
    return (
      <SelectField
        name={name}
        label={label}
        value={filters[name]}
        options={options}
        onInput={(chosen) => onChosen(values.find((value) => value === chosen) ?? '')}
      />
    );
  };
  const isNarrowed = JSON.stringify(filters) !== JSON.stringify(noFilters);
  return (
    <>
      <div class={css.pair}>
        <SelectField
          name="state"
          label={words.state}
          value={filters.state}
          options={stateValues.map((value) => ({ value, label: stateLabel[value] }))}
          onInput={(chosen) => set({ state: stateValues.find((value) => value === chosen) ?? 'current' })}
        />
        <SelectField
          name="order"
          label={words.order}
          value={order}
          options={orders.map((value) => ({ value, label: words.orders[value] }))}
          onInput={(chosen) => onOrder(orders.find((value) => value === chosen) ?? order)}
        />
      </div>
      <details class={css.filters}>
        <summary>{words.filters}</summary>
        <div class={css.pair}>
          {one(
            'kind',
            words.kind,
            signUpKinds,
            (value) => text.words.signUpKind[value],
            (kind) => set({ kind }),
          )}
          {one(
            'language',
            words.language,
            languages,
            (value) => text.words.language[value],
            (language) => set({ language }),
          )}
          {one('day', words.day, choices.days, text.formatting.dayWithYear, (day) => set({ day }))}
          {one(
            'site',
            words.site,
            choices.sites,
            (id) => places.siteById.get(id)?.name ?? id,
            (site) => set({ site }),
          )}
          {one('session', words.session, choices.sessions, sessionLabel, (session) => set({ session }))}
        </div>
      </details>
      {isNarrowed && (
        <div>
          <Button look="quiet" onClick={() => onFilters(noFilters)}>
            {words.clearFilters}
          </Button>
        </div>
      )}
    </>
  );

  function sessionLabel(id: string): string {
    const where = whereById.get(id);
    return [desk.sessionName(id), where === undefined ? '' : text.formatting.shortDay(where.date)].filter((part) => part !== '').join(', ');
  }
}
