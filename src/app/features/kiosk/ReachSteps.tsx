// How the library reaches whom it asks, and the guardian's own name.

import { useApp } from '../../context.ts';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import type { QuestionProps } from './ChoiceSteps.tsx';
import { rulesOf } from './steps.ts';

export function ReachQuestion({ form, setup, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.reach;
  const { fields } = rulesOf(form, setup);
  const [phone, email] = [fields.phone ?? 'off', fields.email ?? 'off'];
  const optional = (asked: string) =>
    asked === 'required' || (phone !== 'required' && email !== 'required') ? undefined : text.kiosk.optional;
  return (
    <>
      {(phone !== 'off' || email === 'off') && (
        <TextField
          name="one"
          label={words.phone}
          optional={optional(phone)}
          keyboard="tel"
          value={form.phone}
          onInput={(typed) => onChange({ ...form, phone: typed })}
        />
      )}
      {email !== 'off' && (
        <TextField
          name="two"
          label={words.email}
          optional={optional(email)}
          keyboard="email"
          value={form.email}
          onInput={(typed) => onChange({ ...form, email: typed })}
        />
      )}
    </>
  );
}

export function AddressQuestion({ form, setup, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.address;
  return (
    <TextArea
      name="one"
      label={words.label}
      hint={words.hint}
      optional={rulesOf(form, setup).fields.address === 'required' ? undefined : text.kiosk.optional}
      rows={3}
      value={form.address}
      onInput={(address) => onChange({ ...form, address })}
    />
  );
}

export function NoteQuestion({ form, setup, onChange }: QuestionProps) {
  const { text } = useApp();
  return (
    <TextArea
      name="one"
      label={text.kiosk.note.label}
      optional={rulesOf(form, setup).fields.note === 'required' ? undefined : text.kiosk.optional}
      rows={3}
      value={form.note}
      onInput={(note) => onChange({ ...form, note })}
    />
  );
}

const relations = ['mother', 'father', 'grandparent', 'guardian', 'other'] as const;

/** Whose consent it is must be told: the usual answers are one tap, and whoever is somebody else types it. */
export function GuardianQuestion({ form, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.guardian;
  const usual = relations.find((one) => words.relations[one] === form.guardianRelation);
  return (
    <>
      <TextField
        name="one"
        label={words.name}
        capitalize="words"
        value={form.guardianName}
        onInput={(guardianName) => onChange({ ...form, guardianName })}
      />
      <ChoiceGroup<(typeof relations)[number]>
        name="two"
        label={words.relation}
        columns
        value={form.relationTyped ? 'other' : usual}
        onChange={(one) => {
          const relationTyped = one === 'other';
          onChange({ ...form, relationTyped, guardianRelation: relationTyped ? '' : words.relations[one] });
        }}
        choices={relations.map((value) => ({ value, label: words.relations[value] }))}
      />
      {form.relationTyped && (
        <TextField
          name="three"
          label={words.relationOther}
          hint={words.relationHint}
          value={form.guardianRelation}
          onInput={(guardianRelation) => onChange({ ...form, guardianRelation })}
        />
      )}
    </>
  );
}
