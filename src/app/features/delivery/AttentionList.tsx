// Records the server holds aside, each with its reason, what to do, and a way to send it again or put it away. None holds up the others.

import { useState } from 'preact/hooks';
import type { NeedsAttention } from '../../../device/store/delivery.ts';
import { isKnownKind } from '../../../domain/fact.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import css from './attention-list.module.css';

export interface AttentionListProps {
  readonly held: readonly NeedsAttention[];
  readonly zone: string;
}

export function AttentionList({ held, zone }: AttentionListProps) {
  const { text } = useApp();
  const words = text.delivery.attention;
  const waiting = held.filter((one) => !one.parked);
  const parked = held.filter((one) => one.parked);
  return (
    <>
      {waiting.length > 0 && (
        <section class={css.part} aria-labelledby="needs-attention">
          <h2 id="needs-attention">{words.title}</h2>
          <p>{words.text}</p>
          {waiting.map((one) => (
            <HeldCard key={one.id} held={one} zone={zone} />
          ))}
        </section>
      )}
      {parked.length > 0 && (
        <section class={css.part} aria-labelledby="set-aside">
          <h2 id="set-aside">{words.parkedTitle}</h2>
          <p>{words.parkedText}</p>
          {parked.map((one) => (
            <HeldCard key={one.id} held={one} zone={zone} />
          ))}
        </section>
      )}
    </>
  );
}

function HeldCard({ held, zone }: { readonly held: NeedsAttention; readonly zone: string }) {
  const { device, text } = useApp();
  const words = text.delivery.attention;
  const [busy, setBusy] = useState<'send' | 'park' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reason = text.problems[held.code];
  const kind = held.fact !== null && isKnownKind(held.fact.kind) ? text.delivery.kind[held.fact.kind] : words.unreadable;

  async function act(what: 'send' | 'park'): Promise<void> {
    setBusy(what);
    const result = what === 'send' ? await device.act.resendHeld(held.id) : await device.act.parkHeld(held.id);
    setBusy(null);
    setProblem(result.ok ? null : result.problem);
  }

  return (
    <article class={css.card} aria-label={kind}>
      <h3 class={css.kind}>
        <Icon name="needs-attention" />
        {kind}
      </h3>
      <p>
        <strong>{reason.happened}</strong> {reason.safe} {reason.next}
      </p>
      <p class={css.quiet}>
        {[
          words.since(text.formatting.moment(held.at, zone)),
          held.field === null ? '' : words.field(held.field),
          text.shell.codeIs(held.code),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      <details>
        <summary class={css.summary}>{words.showText}</summary>
        <pre class={css.text}>{held.text}</pre>
      </details>
      <div class={css.actions}>
        <Button icon="refresh" busy={busy === 'send' ? words.sending : undefined} onClick={() => void act('send')}>
          {words.sendAgain}
        </Button>
        {!held.parked && (
          <Button look="quiet" busy={busy === 'park' ? words.parking : undefined} onClick={() => void act('park')}>
            {words.park}
          </Button>
        )}
        {held.fact?.subject.type === 'session' && (
          <LinkButton look="quiet" href={routes.session(held.fact.subject.id)}>
            {words.inSession}
          </LinkButton>
        )}
      </div>
    </article>
  );
}
