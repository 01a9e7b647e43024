// A headed list of places to go in settings. Rows that this device's role would be refused are left out by whoever calls.

import { useApp } from '../../context.ts';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { DeliveryState } from '../../ui/feedback/DeliveryState.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import css from './settings.module.css';

export interface SettingsRow {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly meta: string;
  readonly needsAttention?: boolean;
}

export interface SettingsGroupProps {
  readonly title: string;
  readonly rows: readonly (SettingsRow | false)[];
}

export function SettingsGroup({ title, rows }: SettingsGroupProps) {
  const { text } = useApp();
  const shown = rows.filter((row) => row !== false);
  if (shown.length === 0) return null;
  return (
    <section class={css.group}>
      <h2 class={css.title}>{title}</h2>
      <List label={title}>
        {shown.map((row) => (
          <ListItem key={row.href}>
            <ListRow
              icon={row.icon}
              title={row.title}
              meta={row.meta}
              href={row.href}
              trailing={row.needsAttention && <DeliveryState state="needs-attention" label={text.words.state.attention} />}
            />
          </ListItem>
        ))}
      </List>
    </section>
  );
}
