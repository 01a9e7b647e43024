// The resources a kind of session brings along: the whole catalogue by its search; of a large one the favorites before anything is typed.
// What is chosen stands first, and nothing moves under a thumb: a chip that was tapped keeps its place until something else is searched for.

import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { type Catalogue, findItems, useCatalogue } from '../../records/catalogue.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { SearchField } from '../../ui/form/SearchField.tsx';

export interface ThingsToBringProps {
  /** Ids. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** As many as can be looked through; a larger catalogue is searched. */
const few = 40;

export function ThingsToBring(props: ThingsToBringProps) {
  const { text } = useApp();
  const live = useCatalogue();
  if (live.state === 'loading') return <Skeleton label={text.shell.loading} rows={2} />;
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  return <Choice {...props} catalogue={live.value} />;
}

function Choice({ chosen, onChange, catalogue }: ThingsToBringProps & { readonly catalogue: Catalogue }) {
  const { text } = useApp();
  const words = text.handOuts;
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(few);
  const [first, setFirst] = useState(chosen);
  const all = useMemo(() => findItems(catalogue, { typed: '' }), [catalogue]);
  const isLarge = all.length > few;
  const isSearched = search.trim() !== '';
  const found = useMemo(() => {
    if (isSearched) return findItems(catalogue, { typed: search });
    return isLarge ? all.filter(({ values }) => values.favorite) : all;
  }, [catalogue, all, search]);
  const others = found.filter(({ id }) => !first.includes(id));
  const offered = [...first.flatMap((id) => catalogue.byId.get(id) ?? []), ...others.slice(0, most)];
  /** What this device does not know (yet) stays chosen. */
  const unseen = chosen.filter((id) => !catalogue.byId.has(id));

  function look(typed: string): void {
    setFirst(chosen);
    setMost(few);
    setSearch(typed);
  }

  return (
    <>
      {all.length === 0 && <p>{text.workshops.settings.noResources}</p>}
      {isLarge && <SearchField name="search" label={words.search} value={search} clearLabel={words.clear} onInput={look} />}
      <LiveRegion text={isSearched ? text.resources.count(found.length) : ''} />
      {isSearched && found.length === 0 && <p>{words.noneFound(search.trim())}</p>}
      {offered.length > 0 && (
        <Chips
          name="resources"
          label={text.workshops.settings.resources}
          labelHidden
          values={chosen}
          onChange={(those) => onChange([...unseen, ...those])}
          options={offered.map(({ id, values }) => ({ value: id, label: values.title }))}
        />
      )}
      {others.length > most && <Button onClick={() => setMost(most + few)}>{words.showMore}</Button>}
    </>
  );
}
