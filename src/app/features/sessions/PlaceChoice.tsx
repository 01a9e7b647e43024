// Where: recent sites first, a search over all of them, or any place in words. Once chosen it folds up, so that what follows is in
// sight without scrolling.

import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SiteFields } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { folded, matches } from '../../records/search.ts';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { Icon } from '../../ui/Icon.tsx';
import css from './place-choice.module.css';

export type PlaceChosen = { readonly kind: 'site'; readonly id: string } | { readonly kind: 'place'; readonly name: string };

export interface PlaceChoiceProps {
  readonly value: PlaceChosen | null;
  readonly sites: ReadonlyMap<string, SiteFields>;
  /** Ids, the most recent first. */
  readonly recent: readonly string[];
  readonly onChange: (value: PlaceChosen) => void;
}

const few = 6;

export function placeName(place: PlaceChosen, sites: ReadonlyMap<string, SiteFields>): string {
  return place.kind === 'place' ? place.name : (sites.get(place.id)?.name ?? '');
}

export function PlaceChoice({ value, sites, recent, onChange }: PlaceChoiceProps) {
  const { text } = useApp();
  const words = text.sessionSteps.fresh;
  const [choosing, setChoosing] = useState(value === null);
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(few);
  const question = useId();
  const change = useRef<HTMLButtonElement>(null);
  const justChosen = useRef(false);

  useLayoutEffect(() => {
    if (!justChosen.current) return;
    justChosen.current = false;
    change.current?.focus();
  });

  function choose(place: PlaceChosen): void {
    justChosen.current = true;
    setChoosing(false);
    setSearch('');
    onChange(place);
  }

  if (sites.size === 0) {
    return (
      <section class={css.choice}>
        <h2 class={css.question}>{words.where}</h2>
        <TextField
          name="place"
          label={words.placeName}
          hint={`${words.noSites} ${words.placeHint}`}
          maxLength={300}
          capitalize="words"
          value={value?.kind === 'place' ? value.name : ''}
          onInput={(name) => onChange({ kind: 'place', name })}
        />
      </section>
    );
  }
  if (!choosing && value !== null) {
    return (
      <section class={css.choice}>
        <h2 class={css.question} id={question}>
          {words.where}
        </h2>
        <div class={css.chosen}>
          <Icon name="place" />
          <p class={css.name}>{placeName(value, sites)}</p>
          <Button look="quiet" buttonRef={change} describedBy={question} onClick={() => setChoosing(true)}>
            {words.change}
          </Button>
        </div>
      </section>
    );
  }

  const found = inOrder(sites, recent).filter(([, site]) => search === '' || matches(folded(`${site.name} ${site.address}`), search));
  const typed = search.trim();
  const isKnown = found.some(([, site]) => folded(site.name) === folded(typed));
  return (
    <section class={css.choice}>
      <h2 class={css.question} id={question}>
        {words.where}
      </h2>
      <SearchField
        name="place"
        label={words.search}
        hint={words.recent}
        value={search}
        clearLabel={text.sessionSteps.list.clear}
        onInput={setSearch}
      />
      {typed !== '' && found.length === 0 && <p>{words.noneFound(typed)}</p>}
      <List label={words.where}>
        {found.slice(0, most).map(([id, site]) => (
          <ListItem key={id}>
            <ListRow
              icon="place"
              title={site.name}
              meta={[text.words.siteType[site.type], site.address].filter((part) => part !== '').join(' · ')}
              current={value?.kind === 'site' && value.id === id}
              onSelect={() => choose({ kind: 'site', id })}
            />
          </ListItem>
        ))}
        {typed !== '' && !isKnown && (
          <ListItem>
            <ListRow icon="edit" title={words.useTyped(typed)} onSelect={() => choose({ kind: 'place', name: typed })} />
          </ListItem>
        )}
      </List>
      {found.length > most && <Button onClick={() => setMost(most + 24)}>{words.showMore}</Button>}
    </section>
  );
}

/** Recent ones first, then by name; archived ones are not offered. */
function inOrder(sites: ReadonlyMap<string, SiteFields>, recent: readonly string[]): readonly (readonly [string, SiteFields])[] {
  const place = new Map(recent.map((id, at) => [id, at]));
  return [...sites]
    .filter(([, site]) => !site.archived)
    .sort(([a], [b]) => (place.get(a) ?? Number.MAX_SAFE_INTEGER) - (place.get(b) ?? Number.MAX_SAFE_INTEGER));
}
