// One record held aside: what it is, where it came from, why it is here, and what can be done about it.

import type { HeldFact } from '../../../../protocol/access.ts';
import { useApp } from '../../../context.ts';
import { DeliveryState } from '../../../ui/feedback/DeliveryState.tsx';
import css from './held-aside.module.css';

export interface HeldFactRowProps {
  readonly fact: HeldFact;
  readonly device: string;
  readonly day: string;
}

export function HeldFactRow({ fact, device, day }: HeldFactRowProps) {
  const { text } = useApp();
  const words = text.settings.held;
  const reason = text.problems[fact.code];
  const kinds: Readonly<Record<string, string>> = words.kind;
  return (
    <article class={css.row}>
      <h2 class={css.title}>{(fact.kind !== null && kinds[fact.kind]) || words.unknownKind}</h2>
      <p class={css.quiet}>{[words.from(device), day, text.formatting.bytes(fact.bytes)].join(' · ')}</p>
      <DeliveryState state="needs-attention" label={reason.happened} />
      <p>
        {reason.safe} {reason.next}
      </p>
      <p class={css.code}>
        {text.shell.codeIs(fact.code)}
        {fact.field !== null && ` · ${words.field(fact.field)}`}
      </p>
    </article>
  );
}
