// The addresses of recurring sessions: all of them, one, a new one.

import { SeriesList } from './SeriesList.tsx';
import { SeriesScreen } from './SeriesScreen.tsx';

export function SeriesAt({ id }: { readonly id?: string }) {
  if (id === undefined) return <SeriesList />;
  return <SeriesScreen key={id} id={id === 'new' ? null : id} />;
}
