// The form of one kind of session. Only the fields that were changed are saved, so that two people adapting different fields never overwrite
// each other; the checklist is one field, and so are all survey wordings: of those, the later one stands.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { bands } from '../../../domain/attendance.ts';
import { type ChecklistItem, phases } from '../../../domain/checklist.ts';
import { resourceTypes } from '../../../domain/places.ts';
import { activityTypes, formats, topics } from '../../../domain/session.ts';
import type { Language } from '../../../domain/shapes.ts';
import { signUpKinds } from '../../../domain/sign-up.ts';
import type { TemplateFields } from '../../../domain/template.ts';
import { isOwnTemplate, ownItems, serviceAreas, type Template } from '../../../domain/templates.ts';
import { useApp } from '../../context.ts';
import { useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { itemWords } from '../../records/template-words.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import { ThingsToBring } from './ThingsToBring.tsx';
import { checklistToTyped, type TypedChecklist, typedToChecklist } from './typed-checklist.ts';
import { type TypedWordings, typedToWordings, versionsOf, wordingsToTyped } from './typed-wordings.ts';
import { WordingFields } from './WordingFields.tsx';

export interface TemplateFormProps {
  /** null: a new one. */
  readonly id: string | null;
  readonly saved: Template;
  readonly languages: readonly Language[];
  readonly zone: string;
}

const mostItems = 60;
const ours: readonly ChecklistItem[] = Object.entries(ownItems).map(([id, phase]) => ({ id, phase, text: '' }));

export function TemplateForm({ id, saved, languages, zone }: TemplateFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.workshops.settings;
  const today = useToday(zone);
  const [changed, setChanged] = useState<Partial<TemplateFields>>({});
  const [typedList, setTypedList] = useState<TypedChecklist | null>(null);
  const [wordings, setWordings] = useState<TypedWordings | null>(null);
  const [tried, setTried] = useState(false);
  const work = useWork();
  const values = { ...saved.values, ...changed };
  const needsName = !isOwnTemplate(saved.id);
  const isDirty = Object.keys(changed).length > 0 || typedList !== null || wordings !== null;
  useUnsaved(isDirty);
  const set = (part: Partial<TemplateFields>) => setChanged({ ...changed, ...part });
  const sayItem = (item: ChecklistItem) => itemWords(item, text);
  const list = typedList ?? checklistToTyped(values.checklist, sayItem);
  const items = phases.flatMap((phase) => list[phase].split('\n').filter((line) => line.trim() !== ''));
  const problems = [
    ...(needsName && values.name.trim() === '' ? [{ field: 'name', message: words.nameMissing }] : []),
    ...(items.length > mostItems ? [{ field: 'before', message: words.itemsMany }] : []),
  ];

  async function save(): Promise<void> {
    setTried(true);
    if (problems.length > 0) return;
    const all = {
      ...(id === null ? values : changed),
      ...(changed.name === undefined ? {} : { name: changed.name.trim() }),
      ...(typedList === null ? {} : { checklist: typedToChecklist(typedList, [...saved.values.checklist, ...ours], sayItem, newItemId) }),
      ...(wordings === null ? {} : { surveyWordings: typedToWordings(wordings, saved.values.surveyWordings, today) }),
    };
    if ((await work.run(() => device.act.changeTemplate(id, all))) !== undefined) route(routes.templates, true);
  }

  function newItemId(): string {
    return device.act
      .newToken()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '0');
  }

  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      {needsName && (
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          maxLength={100}
          value={values.name}
          onInput={(name) => set({ name })}
        />
      )}
      <SelectField
        name="activityType"
        label={words.activity}
        value={values.activityType}
        options={activityTypes.map((value) => ({ value, label: text.words.activityType[value] }))}
        onInput={(value) => set({ activityType: activityTypes.find((one) => one === value) ?? values.activityType })}
      />
      <SelectField
        name="topic"
        label={words.topic}
        value={values.topic}
        options={topics.map((value) => ({ value, label: text.words.topic[value] }))}
        onInput={(value) => set({ topic: topics.find((one) => one === value) ?? values.topic })}
      />
      <SelectField
        name="targetAge"
        label={words.age}
        value={values.targetAge}
        options={bands.map((value) => ({ value, label: text.words.targetAge[value] }))}
        onInput={(value) => set({ targetAge: bands.find((one) => one === value) ?? values.targetAge })}
      />
      <SelectField
        name="format"
        label={words.format}
        value={values.format}
        options={formats.map((value) => ({ value, label: text.words.format[value] }))}
        onInput={(value) => set({ format: formats.find((one) => one === value) ?? values.format })}
      />
      <Chips
        name="offers"
        label={words.offers}
        values={values.offers}
        onChange={(offers) => set({ offers: [...offers] })}
        options={signUpKinds.map((value) => ({ value, label: text.words.signUpKind[value] }))}
      />
      <h2>{words.checklist}</h2>
      {phases.map((phase) => (
        <TextArea
          key={phase}
          name={phase}
          label={words.items(text.workshops.phase[phase])}
          rows={5}
          value={list[phase]}
          onInput={(value) => setTypedList({ ...list, [phase]: value })}
        />
      ))}
      <h2>{words.resources}</h2>
      <ThingsToBring chosen={values.resources} onChange={(resources) => set({ resources: [...resources] })} />
      <Chips
        name="suggests"
        label={words.suggests}
        values={values.suggests}
        onChange={(suggests) => set({ suggests: [...suggests] })}
        options={resourceTypes.map((value) => ({ value, label: text.words.resourceType[value] }))}
      />
      <h2>{text.workshops.survey.title}</h2>
      <CheckboxField name="asksSurvey" label={words.survey} checked={values.asksSurvey} onChange={(asksSurvey) => set({ asksSurvey })} />
      <SelectField
        name="serviceArea"
        label={words.serviceArea}
        value={values.serviceArea ?? ''}
        placeholder={words.noArea}
        options={serviceAreas.map((value) => ({ value, label: words.area[value] }))}
        onInput={(value) => set({ serviceArea: value === '' ? null : value })}
      />
      <details>
        <summary>{words.ownWording}</summary>
        <WordingFields
          heading="h3"
          languages={languages}
          typed={wordings ?? wordingsToTyped(saved.values.surveyWordings)}
          versions={versionsOf(saved.values.surveyWordings)}
          onChange={setWordings}
        />
      </details>
      {id !== null && (
        <CheckboxField name="archived" label={words.putAway} checked={values.archived} onChange={(archived) => set({ archived })} />
      )}
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <ActionBar>
        <Button look="main" large type="submit" disabled={!isDirty} busy={work.busy ? words.saving : undefined}>
          {words.save}
        </Button>
      </ActionBar>
    </Form>
  );
}
