// A picture for each kind of site; the word always stands beside it.

import type { SiteFields } from '../../../../domain/places.ts';
import type { IconName } from '../../../ui/Icon.tsx';

export const siteIcon = {
  school: 'book',
  community_center: 'people',
  bookmobile_stop: 'vehicle',
  park: 'place',
  housing: 'home',
  clinic: 'place',
  market: 'place',
  library: 'building',
  other: 'place',
} as const satisfies Record<SiteFields['type'], IconName>;
