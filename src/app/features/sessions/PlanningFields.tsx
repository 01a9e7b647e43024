// Who goes, what goes, what was agreed, and who brings what. Collapsed into nothing where the library has no names to choose from.

import { goals, type SessionFields } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { usePlanners } from '../../records/use-planning.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import css from './planning-fields.module.css';

export interface PlanningFieldsProps {
  readonly values: SessionFields;
  readonly places: Places;
  readonly onChange: (set: Partial<SessionFields>) => void;
}

export function PlanningFields({ values, places, onChange }: PlanningFieldsProps) {
  const { text } = useApp();
  const words = text.schedule;
  const add = useFocusGoesOn<HTMLButtonElement>();
  const planners = usePlanners();
  const { staff = [], devices = [], brings = [], partners, sharedNotes = '' } = values;
  const people = planners.state === 'ready' ? [...planners.value.staffById].filter(([id, { active }]) => active || staff.includes(id)) : [];
  const bringers = [
    { value: '', label: words.bringsUs },
    ...partners.map((id) => ({ value: id, label: places.partnerById.get(id)?.name ?? id })),
  ];
  const changeLine = (at: number, set: Partial<(typeof brings)[number]>) =>
    onChange({ brings: brings.map((one, place) => (place === at ? { ...one, ...set } : one)) });

  return (
    <>
      {people.length > 0 && (
        <Chips
          name="staff"
          label={words.staff}
          values={staff}
          onChange={(chosen) => onChange({ staff: [...chosen] })}
          options={people.map(([value, { name }]) => ({ value, label: name }))}
        />
      )}
      {places.deviceNameById.size > 0 && (
        <Chips
          name="devices"
          label={words.devices}
          values={devices}
          onChange={(chosen) => onChange({ devices: [...chosen] })}
          options={[...places.deviceNameById].map(([value, label]) => ({ value, label }))}
        />
      )}
      <Chips
        name="goals"
        label={words.goals}
        values={values.goals ?? []}
        onChange={(chosen) => onChange({ goals: [...chosen] })}
        options={goals.map((value) => ({ value, label: words.goal[value] }))}
      />
      <fieldset class={css.brings}>
        <legend>{words.brings}</legend>
        {brings.map((one, at) => (
          // A line has no name of its own but its place among the others.
          <div class={css.line} key={String(at)}>
            <TextField
              name={`brings-${at}`}
              label={words.bringsWhat}
              maxLength={300}
              value={one.what}
              onInput={(what) => changeLine(at, { what })}
            />
            <SelectField
              name={`brings-${at}-by`}
              label={words.bringsBy}
              value={one.by ?? ''}
              onInput={(by) => changeLine(at, { by: by === '' ? null : by })}
              options={bringers}
            />
            <Button look="quiet" icon="close" onClick={() => onChange({ brings: brings.filter((_, place) => place !== at) })}>
              {words.bringsRemove(one.what)}
            </Button>
          </div>
        ))}
        {brings.length < 40 && (
          <Button buttonRef={add} icon="add" onClick={() => onChange({ brings: [...brings, { what: '', by: null }] })}>
            {words.bringsAdd}
          </Button>
        )}
      </fieldset>
      {(partners.length > 0 || sharedNotes !== '') && (
        <TextArea
          name="sharedNotes"
          label={text.shared.notes}
          hint={text.shared.notesHint}
          maxLength={10_000}
          value={sharedNotes}
          onInput={(typed) => onChange({ sharedNotes: typed })}
        />
      )}
    </>
  );
}
