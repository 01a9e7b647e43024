// The fields of a session's details, drawn from its values; what they become is the form's business.

import { bands } from '../../../domain/attendance.ts';
import { activityTypes, formats, type SessionFields, topics } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { useToday } from '../../records/library-day.ts';
import { LastTimes } from '../../records/LastTimes.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { TimeField } from '../../ui/form/TimeField.tsx';
import { farDayHint } from './far-day.ts';
import css from './details-fields.module.css';
import { PlaceChoice } from './PlaceChoice.tsx';
import { PlanningFields } from './PlanningFields.tsx';

export interface DetailsFieldsProps {
  readonly values: SessionFields;
  readonly places: Places;
  /** Of a series: its days are asked elsewhere. */
  readonly undated?: boolean;
  readonly onChange: (set: Partial<SessionFields>) => void;
}

export function DetailsFields({ values, places, undated = false, onChange }: DetailsFieldsProps) {
  const { text } = useApp();
  const words = text.sessionSteps.details;
  const today = useToday(places.zone);
  const { site, place } = values;
  const choosable = [...places.partnerById].filter(([id, partner]) => partner.archived !== true || values.partners.includes(id));
  const where = site !== null ? ({ kind: 'site', id: site } as const) : place === '' ? null : ({ kind: 'place', name: place } as const);
  return (
    <div class={css.columns}>
      <div class={css.column}>
        <PlaceChoice
          value={where}
          sites={places.siteById}
          recent={site === null ? [] : [site]}
          onChange={(next) => onChange(next.kind === 'site' ? { site: next.id, place: '' } : { site: null, place: next.name })}
        />
        {site !== null && <LastTimes site={site} date={values.date} />}
        <TextField
          name="title"
          label={words.name}
          hint={words.nameHint}
          optional={text.sessionSteps.optional}
          maxLength={300}
          value={values.title}
          onInput={(title) => onChange({ title })}
        />
        <div class={css.row}>
          {!undated && (
            <DateField
              name="date"
              label={words.date}
              hint={farDayHint(values.date, today, text)}
              value={values.date}
              onInput={(date) => onChange({ date })}
            />
          )}
          <TimeField
            name="startsAt"
            label={words.startsAt}
            value={values.startsAt ?? ''}
            onInput={(time) => onChange({ startsAt: time === '' ? null : time })}
          />
          <TimeField
            name="endsAt"
            label={words.endsAt}
            value={values.endsAt ?? ''}
            onInput={(time) => onChange({ endsAt: time === '' ? null : time })}
          />
        </div>
        <SelectField
          name="outlet"
          label={words.outlet}
          value={values.outlet ?? ''}
          placeholder={words.noOutlet}
          onInput={(outlet) => onChange({ outlet: outlet === '' ? null : outlet })}
          options={[...places.outletById].map(([value, outlet]) => ({ value, label: outlet.name }))}
        />
        {choosable.length > 0 && (
          <Chips
            name="partners"
            label={words.partners}
            values={values.partners}
            onChange={(partners) => onChange({ partners: [...partners] })}
            options={choosable.map(([value, partner]) => ({ value, label: partner.name }))}
          />
        )}
        <PlanningFields values={values} places={places} onChange={onChange} />
      </div>
      <div class={css.column}>
        <ChoiceGroup
          name="targetAge"
          label={words.age}
          hint={words.ageHint}
          columns
          value={values.targetAge}
          onChange={(targetAge) => onChange({ targetAge })}
          choices={bands.map((value) => ({ value, label: text.words.targetAge[value] }))}
        />
        <ChoiceGroup
          name="activityType"
          label={words.activity}
          columns
          value={values.activityType}
          onChange={(activityType) => onChange({ activityType })}
          choices={activityTypes.map((value) => ({ value, label: text.words.activityType[value] }))}
        />
        <SelectField
          name="topic"
          label={words.topic}
          value={values.topic}
          onInput={(value) => onChange({ topic: topics.find((one) => one === value) ?? 'other' })}
          options={topics.map((value) => ({ value, label: text.words.topic[value] }))}
        />
        <ChoiceGroup
          name="format"
          label={words.format}
          value={values.format}
          onChange={(format) => onChange({ format })}
          choices={formats.map((value) => ({ value, label: text.words.format[value] }))}
        />
      </div>
    </div>
  );
}
