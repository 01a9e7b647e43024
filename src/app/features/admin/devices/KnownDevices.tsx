// The devices by name, as this one knows them: what is left of the list while the server cannot be reached.

import type { DeviceFields } from '../../../../domain/places.ts';
import { useApp } from '../../../context.ts';
import { List, ListItem } from '../../../ui/data/List.tsx';
import { ListRow } from '../../../ui/data/ListRow.tsx';
import css from './devices.module.css';

export interface KnownDevicesProps {
  readonly records: readonly { readonly id: string; readonly values: DeviceFields }[];
  /** This device's own id. */
  readonly own: string | undefined;
}

export function KnownDevices({ records, own }: KnownDevicesProps) {
  const { text } = useApp();
  const words = text.access.devices;
  if (records.length === 0) return null;
  return (
    <section class={css.known}>
      <h2>{words.knownTitle}</h2>
      <p class={css.quiet}>{words.knownText}</p>
      <List label={words.list}>
        {records.map(({ id, values }) => (
          <ListItem key={id}>
            <ListRow icon="device" title={values.name} meta={id === own ? words.thisDevice : text.words.level[values.role]} />
          </ListItem>
        ))}
      </List>
    </section>
  );
}
