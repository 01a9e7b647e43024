// The kind of a session, or of a series of them, that is there already: it fills what nobody has said, and says what it left alone. Beside
// it, whether visitors are asked how it was.

import { useState } from 'preact/hooks';
import type { SessionFields } from '../../../domain/session.ts';
import { type Filled, fillingOf } from '../../../domain/templates.ts';
import { useApp } from '../../context.ts';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { TemplateChoice, useTemplates } from './TemplateChoice.tsx';

export interface DetailsTemplateProps {
  /** With what is not saved yet. */
  readonly values: SessionFields;
  /** Fields that somebody has said something about. */
  readonly said: (field: string) => boolean;
  /** Items that stay on the list whatever the kind. */
  readonly ticked?: ReadonlySet<string>;
  readonly onChange: (set: Partial<SessionFields>) => void;
}

const nothing: ReadonlySet<string> = new Set();

export function DetailsTemplate({ values, said, ticked = nothing, onChange }: DetailsTemplateProps) {
  const { text } = useApp();
  const known = useTemplates();
  const [kept, setKept] = useState<readonly Filled[]>([]);
  if (known.state !== 'ready') return null;
  const template = known.value.find((one) => one.id === values.template) ?? null;
  return (
    <>
      <TemplateChoice
        value={template?.id ?? null}
        known={known.value}
        kept={kept}
        onChange={(next) => {
          const filling = fillingOf(next, { values, said, template }, ticked);
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
