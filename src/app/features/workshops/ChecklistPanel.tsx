// The checklist of a session: ticked with one thumb, on any tablet, while something else is going on. What is to be brought stands above.

import { useState } from 'preact/hooks';
import { resourceWith } from '../../../device/store/records.ts';
import { templates } from '../../../device/store/templates.ts';
import { phases } from '../../../domain/checklist.ts';
import { listProgress } from '../../../domain/checklist-progress.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import type { Places } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { itemWords } from '../../records/template-words.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import css from './workshops.module.css';

export interface WorkshopPanelProps {
  readonly session: Session;
  readonly places: Places;
}

export function ChecklistPanel({ session }: WorkshopPanelProps) {
  const { device, text } = useApp();
  const words = text.workshops;
  const [problem, setProblem] = useState<Problem | null>(null);
  const { items, done } = listProgress(session);

  async function tick(item: string, isDone: boolean): Promise<void> {
    const saved = await device.act.tick(session.id, item, isDone);
    setProblem(saved.ok ? null : saved.problem);
  }

  if (items.length === 0) {
    return (
      <EmptyState
        icon="check"
        title={words.checklist.none}
        actions={<LinkButton href={routes.sessionDetails(session.id)}>{text.sessions.details}</LinkButton>}
      >
        {words.checklist.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      <Progress label={words.checklist.tab} value={done} max={items.length} words={words.checklist.progress(done, items.length)} />
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      <ToBring kind={session.values.template ?? null} />
      {phases.map((phase) => {
        const ofPhase = items.filter(({ item }) => item.phase === phase);
        if (ofPhase.length === 0) return null;
        return (
          <section key={phase} class={css.part} aria-label={words.phase[phase]}>
            <h2>{words.phase[phase]}</h2>
            {ofPhase.map(({ item, done: isDone }) => (
              <CheckboxField
                key={item.id}
                name={`tick-${item.id}`}
                label={itemWords(item, text)}
                checked={isDone}
                onChange={(checked) => void tick(item.id, checked)}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}

function ToBring({ kind }: { readonly kind: string | null }) {
  const { device, text } = useApp();
  const words = text.workshops.checklist;
  const live = useLive(async () => {
    const template = (await templates(device.store)).find(({ id }) => id === kind);
    const chosen = await Promise.all(
      (template?.values.resources ?? []).map(async (id) => ({ id, thing: await resourceWith(device.store, id) })),
    );
    return { suggests: template?.values.suggests ?? [], chosen };
  }, [device, kind]);
  if (live.state !== 'ready') return null;
  const { suggests, chosen } = live.value;
  if (chosen.length + suggests.length === 0) return null;
  const types = suggests.map((type) => text.words.resourceType[type].toLocaleLowerCase(text.language));
  return (
    <section class={css.part} aria-label={words.bring}>
      <h2>{words.bring}</h2>
      {chosen.length > 0 && (
        <ul class={css.bring}>
          {chosen.map(({ id, thing }) => (
            <li key={id}>
              <a href={routes.resource(id)}>{thing?.values.title ?? words.unknownResource}</a>
            </li>
          ))}
        </ul>
      )}
      {types.length > 0 && (
        <p>
          {words.suggests(text.formatting.list(types))} <a href={routes.resources}>{words.catalog}</a>
        </p>
      )}
    </section>
  );
}
