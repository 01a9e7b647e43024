// What a screen asks of parcels, on this device. A hook and not a part of every page: what seals is loaded with the screens that need it.

import { useMemo } from 'preact/hooks';
import { parcelActions } from '../../device/actions/parcels.ts';
import { useApp } from '../context.ts';

export type Parcels = ReturnType<typeof parcelActions>;

export function useParcels(): Parcels {
  const { device } = useApp();
  return useMemo(() => parcelActions({ store: device.store, saved: device.sync.saved }), [device]);
}
