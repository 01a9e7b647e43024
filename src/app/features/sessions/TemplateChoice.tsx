// What kind of session it is: one tap fills in what such a session usually is, and brings its checklist. What a person has said stays.

import { templates } from '../../../device/store/templates.ts';
import type { Filling, Template } from '../../../domain/templates.ts';
import { useApp } from '../../context.ts';
import { type Live, useLive } from '../../live.ts';
import { templateName } from '../../records/template-words.ts';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';

export function useTemplates(): Live<readonly Template[]> {
  const { device } = useApp();
  return useLive(() => templates(device.store), [device]);
}

export interface TemplateChoiceProps {
  readonly value: string | null;
  readonly known: readonly Template[];
  readonly onChange: (template: Template | null) => void;
  /** What the choice left as it was. */
  readonly kept?: Filling['kept'];
}

export function TemplateChoice({ value, known, onChange, kept = [] }: TemplateChoiceProps) {
  const { text } = useApp();
  const words = text.workshops;
  const offered = known.filter((one) => !one.values.archived || one.id === value);
  return (
    <div>
      <KeyChoice
        legend={words.kind}
        value={value ?? ''}
        onChange={(id) => onChange(known.find((one) => one.id === id) ?? null)}
        choices={[...offered.map((one) => ({ value: one.id, label: templateName(one, text) })), { value: '', label: words.noKind }]}
      />
      <p role="status">{kept.length > 0 && words.kept(text.formatting.list(kept.map((field) => words.field[field])))}</p>
    </div>
  );
}
