// Time zones as people look for them: by the name of a city. The list is the browser's own; where it has none, only the zone it is in.

import { folded } from './search.ts';
import { ownZone } from '../zone.ts';

export interface ZoneChoice {
  /** IANA name, e.g. 'America/New_York'. */
  readonly zone: string;
  /** 'New York' */
  readonly city: string;
  /** 'America' or 'America, Indiana' */
  readonly region: string;
}

export function timeZoneChoices(): readonly ZoneChoice[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([browserZone(), ...known])].map(zoneChoice);
}

/** The zone this browser is in; 'UTC' where it does not say. */
export function browserZone(): string {
  return ownZone() || 'UTC';
}

export function zoneChoice(zone: string): ZoneChoice {
  const parts = zone.replaceAll('_', ' ').split('/');
  return { zone, city: parts.at(-1) ?? zone, region: parts.slice(0, -1).join(', ') };
}

/** Choices whose city or region begins a word with what was typed, cities first; nothing typed finds nothing. */
export function findZones(choices: readonly ZoneChoice[], typed: string): readonly ZoneChoice[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const inCity = choices.filter((choice) => beginsWord(choice.city, wanted));
  const inName = choices.filter((choice) => !inCity.includes(choice) && beginsWord(choice.zone, wanted));
  return [...inCity, ...inName];
}

function beginsWord(name: string, wanted: string): boolean {
  return ` ${plain(name)}`.includes(` ${wanted}`);
}

/** 'America/New_York' -> 'america new york' */
function plain(text: string): string {
  return folded(text)
    .replace(/[\s/_-]+/g, ' ')
    .trim();
}
