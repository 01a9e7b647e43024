// The kind of a session that is there already: it fills what nobody has said, and says what it left alone. Beside it, whether visitors are
// asked how it was.

import { useState } from 'preact/hooks';
import { ticksByItem } from '../../../domain/checklist-progress.ts';
import type { Session, SessionFields } from '../../../domain/session.ts';
import { type Filled, fillingOf } from '../../../domain/templates.ts';
import { useApp } from '../../context.ts';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { TemplateChoice, useTemplates } from './TemplateChoice.tsx';

export interface DetailsTemplateProps {
  readonly session: Session;
  /** Not saved yet. */
  readonly changed: Partial<SessionFields>;
  readonly onChange: (set: Partial<SessionFields>) => void;
}

export function DetailsTemplate({ session, changed, onChange }: DetailsTemplateProps) {
  const { text } = useApp();
  const known = useTemplates();
  const [kept, setKept] = useState<readonly Filled[]>([]);
  if (known.state !== 'ready') return null;
  const values = { ...session.values, ...changed };
  const template = known.value.find((one) => one.id === values.template) ?? null;
  return (
    <>
      <TemplateChoice
        value={template?.id ?? null}
        known={known.value}
        kept={kept}
        onChange={(next) => {
          const said = (field: string) => field in changed || field in session.fields;
          const filling = fillingOf(next, { values, said, template }, new Set(ticksByItem(session).keys()));
          setKept(filling.kept);
          onChange(filling.set);
        }}
      />
      <CheckboxField
        name="asksSurvey"
        label={text.workshops.kiosk.offer}
        hint={text.workshops.kiosk.offerHint}
        checked={values.asksSurvey ?? false}
        onChange={(asksSurvey) => onChange({ asksSurvey })}
      />
    </>
  );
}
