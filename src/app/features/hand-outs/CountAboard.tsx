// Counting where things stand: in the session, on the vehicle that came to it. Nothing can be handed out by mistake meanwhile; a code that is
// read opens the count of its thing.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Session } from '../../../domain/session.ts';
import type { Day } from '../../../domain/shapes.ts';
import { type Movements, stockNear } from '../../../domain/stock.ts';
import { useApp } from '../../context.ts';
import { type Catalogue, findItems, type Item, itemsWith } from '../../records/catalogue.ts';
import { CountStock } from '../../records/CountStock.tsx';
import type { Places } from '../../records/places.ts';
import { resourceIcon } from '../../records/resource-icon.ts';
import { vehiclesOf } from '../../records/vehicles.ts';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';
import { CodeOfThing } from './CodeOfThing.tsx';
import css from './hand-outs-panel.module.css';
import type { Thing } from './things.ts';

export interface CountAboardProps {
  readonly session: Session;
  readonly places: Places;
  readonly catalogue: Catalogue;
  /** Shown in this order while nothing is searched for. */
  readonly things: readonly Thing[];
  /** What it is, and how many are aboard. */
  readonly noteOf: (item: Item) => string | undefined;
  readonly movements: Movements;
  readonly today: Day;
}

/** Rows shown at first, and with each "more". */
const some = 24;

export function CountAboard({ session, places, catalogue, things, noteOf, movements, today }: CountAboardProps) {
  const { text } = useApp();
  const words = text.handOuts;
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(some);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly text: string; readonly times: number } | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const found = useMemo(() => {
    const inOrder = things.flatMap(({ resource }) => (resource === null ? [] : (catalogue.byId.get(resource) ?? [])));
    return (search === '' ? inOrder : findItems(catalogue, { typed: search })).filter(canStand);
  }, [catalogue, things, search]);
  const item = chosen === null ? undefined : catalogue.byId.get(chosen);
  useEffect(() => title.current?.focus(), []);

  async function scanned(code: string): Promise<'done'> {
    const items = itemsWith(catalogue, code);
    const thing = items.find(canStand);
    const none = items.length === 0 ? words.scan.unknown : words.countNot;
    setSaid(thing === undefined ? { text: none, times: (said?.times ?? 0) + 1 } : null);
    setChosen(thing?.id ?? null);
    return 'done';
  }

  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {words.countAboard}
      </h2>
      <p>{words.countPick}</p>
      <CodeOfThing onCode={scanned} />
      {said !== null && <Notice key={said.times} tone="info" title={said.text} announce />}
      <SearchField name="search" label={words.search} value={search} clearLabel={words.clear} onInput={setSearch} />
      {found.length === 0 && <p class={css.closed}>{search === '' ? words.countNone : words.noneFound(search)}</p>}
      {found.length > 0 && (
        <List label={words.countAboard}>
          {found.slice(0, most).map((one) => (
            <ListItem key={one.id}>
              <ListRow
                icon={resourceIcon(one.values.type)}
                title={one.values.title}
                meta={noteOf(one)}
                onSelect={() => setChosen(one.id)}
              />
            </ListItem>
          ))}
        </List>
      )}
      {found.length > most && <Button onClick={() => setMost(most + some)}>{words.showMore}</Button>}
      {item !== undefined && <Count key={item.id} {...{ item, session, places, movements, today }} onClose={() => setChosen(null)} />}
    </>
  );
}

interface CountProps extends Pick<CountAboardProps, 'session' | 'places' | 'movements' | 'today'> {
  readonly item: Item;
  readonly onClose: () => void;
}

function Count({ item, session, places, movements, today, onClose }: CountProps) {
  const all = vehiclesOf(places);
  const isOne = all.length < 2;
  // With one vehicle the count that stands is the one that is changed.
  const outlet = isOne
    ? (stockNear(item, all[0]?.id ?? null, movements, today)?.of ?? null)
    : all.find(({ id }) => id === session.values.outlet)?.id;
  return <CountStock resource={item} vehicles={isOne ? [] : all} outlet={outlet} movements={movements} today={today} onClose={onClose} />;
}

/** What can stand on a vehicle. */
function canStand({ values }: Item): boolean {
  return values.type !== 'digital_resource' && !values.archived;
}
