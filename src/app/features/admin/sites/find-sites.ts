// Finding sites as people type: no case, no accents, every word somewhere in the name or the address.

import type { SiteFields } from '../../../../domain/places.ts';

export interface FoundSite {
  readonly id: string;
  readonly values: SiteFields;
}

export function findSites<Site extends FoundSite>(sites: readonly Site[], typed: string, withArchived: boolean): readonly Site[] {
  const wanted = plain(typed)
    .split(' ')
    .filter((word) => word !== '');
  return sites.filter(({ values }) => {
    if (values.archived && !withArchived) return false;
    const words = plain(`${values.name} ${values.address}`);
    return wanted.every((word) => words.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
