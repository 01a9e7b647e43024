// The counts by band of a session that is not being counted in: figures to read, nothing to tap.

import { bands, type Heads } from '../../../domain/attendance.ts';
import { useApp } from '../../context.ts';
import css from './band-counts.module.css';

export function BandCounts({ heads }: { readonly heads: Heads }) {
  const { text } = useApp();
  const counted = bands.filter((band) => (heads[band] ?? 0) !== 0);
  if (counted.length === 0) return null;
  return (
    <dl class={css.counts}>
      {counted.map((band) => (
        <div class={css.count} key={band}>
          <dt>{text.words.bandName[band]}</dt>
          <dd>{text.formatting.number(heads[band] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
