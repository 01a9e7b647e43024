// The library's time zone: the chosen one stands there with the time it is in it, which is how people check it; another one is
// found by typing a city. Used in set-up and in the library's settings.

import { useMemo, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { ChoiceGroup } from '../../../ui/form/ChoiceGroup.tsx';
import { SearchField } from '../../../ui/form/SearchField.tsx';
import { LiveRegion } from '../../../ui/feedback/LiveRegion.tsx';
import css from './time-zone-field.module.css';
import { findZones, timeZoneChoices, zoneChoice } from '../../../records/time-zones.ts';

export interface TimeZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

const mostShown = 6;

export function TimeZoneField({ value, onChange }: TimeZoneFieldProps) {
  const { text, now } = useApp();
  const words = text.access.timeZone;
  const [searching, setSearching] = useState(false);
  const [typed, setTyped] = useState('');
  const choices = useMemo(timeZoneChoices, []);
  const found = findZones(choices, typed);
  const chosen = zoneChoice(value);
  const time = (zone: string) => text.formatting.clock(now(), zone);

  return (
    <fieldset class={css.field}>
      <legend class={css.legend}>{words.label}</legend>
      <p class={css.hint}>{words.hint}</p>
      <div class={css.chosen}>
        <span class={css.city}>{chosen.city}</span>
        {chosen.region && <span class={css.region}>{chosen.region}</span>}
        <span class={css.time}>{words.chosen(time(value))}</span>
      </div>
      {searching ? (
        <div class={css.search}>
          <SearchField name="zone-search" label={words.search} clearLabel={words.clear} value={typed} onInput={setTyped} />
          {found.length > 0 && (
            <ChoiceGroup
              name="zone"
              label={words.results}
              labelHidden
              value={value}
              onChange={onChange}
              choices={found.slice(0, mostShown).map(({ zone, city, region }) => ({
                value: zone,
                label: city,
                hint: [region, time(zone)].filter((part) => part !== '').join(', '),
              }))}
            />
          )}
          {found.length > mostShown && <p class={css.hint}>{words.more(found.length - mostShown)}</p>}
          <LiveRegion text={typed !== '' && found.length === 0 ? words.none : ''} />
          {typed !== '' && found.length === 0 && <p class={css.hint}>{words.none}</p>}
        </div>
      ) : (
        <Button look="quiet" icon="search" onClick={() => setSearching(true)}>
          {words.change}
        </Button>
      )}
    </fieldset>
  );
}
