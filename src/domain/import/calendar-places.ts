// Which site a calendar's LOCATION means: the one with the same name, whatever capitals, accents and address around it. A place that is
// no site yet stays words, or becomes a site when staff say so.

import type { KnownRecord, Values } from './collect-records.ts';
import { folded } from './folded.ts';

export interface NewPlace {
  /** Stable for the same words. */
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly sessions: number;
}

interface FoundPlace {
  /** A site's id. */
  readonly site: string | null;
  /** The site to make of it. */
  readonly make: { readonly source: string; readonly fields: Values; readonly besides: Values } | null;
  readonly atLibrary: boolean;
}

const nowhere: FoundPlace = { site: null, make: null, atLibrary: false };

export function placesOf(sites: readonly KnownRecord[], makeSites: ReadonlySet<string>) {
  const known = new Map<string, KnownRecord>();
  for (const site of sites) {
    if (site.values['archived'] === true) continue;
    const [name, address] = [plain(String(site.values['name'])), plain(String(site.values['address'] ?? ''))];
    for (const key of [name, `${name} ${address}`]) if (key !== '' && !known.has(key)) known.set(key, site);
  }
  const unknown = new Map<string, NewPlace>();
  return {
    of(location: string): FoundPlace {
      const key = plain(location);
      if (key === '') return nowhere;
      const { name, address } = split(location);
      const site = known.get(key) ?? known.get(plain(name));
      if (site !== undefined) return { site: site.id, make: null, atLibrary: site.values['type'] === 'library' };
      const source = `ical-place/${key}`.slice(0, 300);
      const before = unknown.get(source);
      unknown.set(source, { key: source, name, address, sessions: (before?.sessions ?? 0) + 1 });
      if (!makeSites.has(source)) return nowhere;
      return {
        ...nowhere,
        make: {
          source,
          fields: { name, address, archived: false },
          besides: { type: 'other', notes: '', latitude: null, longitude: null },
        },
      };
    },
    unknown: (): readonly NewPlace[] => [...unknown.values()].toSorted((a, b) => b.sessions - a.sessions || (a.name < b.name ? -1 : 1)),
  };
}

/** 'Oak Gardens, 12 Oak St, Miami' is a name and an address; '12 Oak St, Miami' is both in one. */
function split(location: string): { readonly name: string; readonly address: string } {
  const [first = '', ...rest] = location.split(/,\s*|\s+[-–—|]\s+|;\s*/);
  const name = first.trim();
  if (rest.length === 0 || name.length < 3 || /^\d+\s/.test(name)) return { name: location.trim().slice(0, 200), address: '' };
  return { name: name.slice(0, 200), address: rest.join(', ').trim().slice(0, 300) };
}

function plain(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
