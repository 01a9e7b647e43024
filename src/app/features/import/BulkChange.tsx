// All that are chosen at once: left as proposed or set to one value each, then confirmed; or canceled, for what is no session.

import { useState } from 'preact/hooks';
import { bands } from '../../../domain/attendance.ts';
import { activityTypes, formats, type SessionFields, topics } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import css from './proposals.module.css';

export interface BulkChangeProps {
  readonly sessions: number;
  readonly busy: boolean;
  readonly onConfirm: (set: Partial<SessionFields>) => void;
  readonly onDrop: () => void;
}

export function BulkChange({ sessions, busy, onConfirm, onDrop }: BulkChangeProps) {
  const { text } = useApp();
  const words = text.calendars.review;
  const [set, setSet] = useState<Partial<SessionFields>>({});
  useUnsaved(Object.keys(set).length > 0);
  const options = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, label: labels[value] }));

  return (
    <form
      class={css.bulk}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onConfirm(set);
      }}
    >
      <fieldset class={css.fields}>
        <legend class={css.legend}>{words.change}</legend>
        <SelectField
          name="activityType"
          label={words.fields.activityType}
          placeholder={words.asProposed}
          value={set.activityType ?? ''}
          onInput={(typed) =>
            change(
              'activityType',
              activityTypes.find((one) => one === typed),
            )
          }
          options={options(activityTypes, text.words.activityType)}
        />
        <SelectField
          name="topic"
          label={words.fields.topic}
          placeholder={words.asProposed}
          value={set.topic ?? ''}
          onInput={(typed) =>
            change(
              'topic',
              topics.find((one) => one === typed),
            )
          }
          options={options(topics, text.words.topic)}
        />
        <SelectField
          name="format"
          label={words.fields.format}
          placeholder={words.asProposed}
          value={set.format ?? ''}
          onInput={(typed) =>
            change(
              'format',
              formats.find((one) => one === typed),
            )
          }
          options={options(formats, text.words.format)}
        />
        <SelectField
          name="targetAge"
          label={words.fields.targetAge}
          placeholder={words.asProposed}
          value={set.targetAge ?? ''}
          onInput={(typed) =>
            change(
              'targetAge',
              bands.find((one) => one === typed),
            )
          }
          options={options(bands, text.words.targetAge)}
        />
      </fieldset>
      <div class={css.bar}>
        <Button look="main" type="submit" icon="check" busy={busy ? words.working : undefined}>
          {words.confirm(sessions)}
        </Button>
        <Button look="danger" describedBy="drop-hint" onClick={onDrop}>
          {words.drop(sessions)}
        </Button>
        <p class={css.quiet} id="drop-hint">
          {words.dropText}
        </p>
      </div>
    </form>
  );

  function change<Field extends keyof SessionFields>(field: Field, value: SessionFields[Field] | undefined): void {
    const { [field]: _, ...others } = set;
    setSet(value === undefined ? others : { ...others, [field]: value });
  }
}
