// Finding sites as people type: every word somewhere in the name or the address.

import type { SiteFields } from '../../../../domain/places.ts';
import { folded, matches } from '../../../records/search.ts';

export interface FoundSite {
  readonly id: string;
  readonly values: SiteFields;
}

export function findSites<Site extends FoundSite>(sites: readonly Site[], typed: string, withArchived: boolean): readonly Site[] {
  return sites.filter(
    ({ values }) => (withArchived || !values.archived) && matches(folded(`${values.name} ${values.address}`), typed.trim()),
  );
}
