// How much each device has counted, once more than one has: two people at one table see who counts what.

import { useApp } from '../../context.ts';
import { useOwnDevice } from '../../records/places.ts';
import css from './device-shares.module.css';

export interface DeviceSharesProps {
  readonly shares: Readonly<Record<string, number>>;
  readonly names: ReadonlyMap<string, string>;
}

export function DeviceShares({ shares, names }: DeviceSharesProps) {
  const { text } = useApp();
  const own = useOwnDevice();
  const counted = Object.entries(shares).filter(([id, heads]) => heads !== 0 || id === own);
  if (!counted.some(([id]) => id !== own)) return null;
  const name = (id: string) => (id === own ? text.attendance.thisDevice : (names.get(id) ?? text.attendance.unknownDevice));
  return (
    <section class={css.shares} aria-label={text.attendance.shares}>
      <h2 class={css.title}>{text.attendance.shares}</h2>
      <dl class={css.list}>
        {counted
          .sort(([a], [b]) => Number(b === own) - Number(a === own))
          .map(([id, heads]) => (
            <div class={css.share} key={id}>
              <dt>{name(id)}</dt>
              <dd>{text.formatting.number(heads)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
