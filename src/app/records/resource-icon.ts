// The picture of a kind of resource, the same in every list.

import type { ResourceFields } from '../../domain/places.ts';
import type { IconName } from '../ui/Icon.tsx';

export function resourceIcon(type: ResourceFields['type']): IconName {
  return type === 'book' || type === 'device' ? type : 'kit';
}
