// What a person does with files, made where it is done: these screens are loaded late, and no start of the app need know of it.

import { useMemo } from 'preact/hooks';
import { pinnedFileActions } from '../../../../device/actions/pinned-files.ts';
import { useApp } from '../../../context.ts';

export function useFileActions() {
  const { device } = useApp();
  return useMemo(() => pinnedFileActions({ store: device.store, saved: device.sync.saved }), [device]);
}
