// In which of the three states a record is, in the glossary's words.

import type { DeliveryState as State } from '../../device/store/log.ts';
import { useApp } from '../context.ts';
import { DeliveryState } from '../ui/feedback/DeliveryState.tsx';

const names = { device: 'on-device', server: 'on-server', attention: 'needs-attention' } as const;

export function RecordState({ state }: { readonly state: State }) {
  const { text } = useApp();
  return <DeliveryState state={names[state]} label={text.words.state[state]} />;
}
