// Time zones of a calendar that nobody knows: which is meant, a person says, because an hour more or less is a family before a closed door.
// Their events are left out until then. What was said stands there as said, to be changed.

import { useMemo, useRef, useState } from 'preact/hooks';
import type { SaidZones, UnknownZone } from '../../../domain/import/calendar-events.ts';
import { useApp } from '../../context.ts';
import { timeZoneChoices } from '../../records/time-zones.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import css from './import.module.css';

export interface UnknownZonesProps {
  readonly zones: readonly UnknownZone[];
  /** The library's: the most likely one. */
  readonly usual: string;
  /** What was said before. */
  readonly said: SaidZones;
  readonly busy: boolean;
  readonly onSay: (said: SaidZones) => void;
}

/** Asked for at once; those with most events come first, and the others when somebody wants to say them too. */
const atOnce = 20;

export function UnknownZones({ zones, usual, said, busy, onSay }: UnknownZonesProps) {
  const { text } = useApp();
  const words = text.calendars.zones;
  const [chosen, setChosen] = useState<SaidZones>({});
  const [most, setMost] = useState(atOnce);
  const readWith = useRef(said);
  if (!busy) readWith.current = said;
  const options = useMemo(
    () =>
      [...new Set([usual, ...timeZoneChoices().map(({ zone }) => zone)])].map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
      })),
    [usual],
  );
  const shown = zones.slice(0, most);
  const isSaid = zones.every(({ tzid }) => Object.hasOwn(readWith.current, tzid));
  const zoneOf = (tzid: string) => [chosen, said].find((one) => Object.hasOwn(one, tzid))?.[tzid] ?? usual;
  return (
    <section class={css.part}>
      <h2 class={css.title}>{isSaid ? words.said(zones.length) : words.title(zones.length)}</h2>
      <p aria-live="polite">{isSaid ? words.saidText : words.text}</p>
      {shown.map(({ tzid, events }, at) => (
        <SelectField
          key={tzid}
          name={`zone-${at}`}
          label={words.zone(tzid, events)}
          value={zoneOf(tzid)}
          onInput={(zone) => setChosen((last) => ({ ...last, [tzid]: zone }))}
          options={options}
        />
      ))}
      <div class={css.actions}>
        {zones.length > most && (
          <Button icon="add" onClick={() => setMost(most + atOnce)}>
            {words.more(zones.length - most)}
          </Button>
        )}
        <Button
          icon="check"
          busy={busy ? text.calendars.importing.reading : undefined}
          onClick={() => onSay({ ...said, ...Object.fromEntries(shown.map(({ tzid }) => [tzid, zoneOf(tzid)])) })}
        >
          {isSaid ? words.readAgain : words.read}
        </Button>
      </div>
    </section>
  );
}
