// What is asked of each person: name, date of birth, school; and of a family, whether there is another child.

import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import type { PersonQuestionProps, QuestionProps } from './ChoiceSteps.tsx';
import { peopleOf, type TypedDate, withoutPerson, withPerson } from './form.ts';
import css from './kiosk.module.css';
import { rulesOf } from './steps.ts';
import { isolated } from './titles.ts';

export function NameQuestion({ form, setup, person, at, onChange }: PersonQuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.name;
  const last = rulesOf(form, setup).fields.lastName ?? 'off';
  return (
    <>
      <TextField
        name="one"
        label={words.first}
        hint={last === 'required' ? undefined : words.hint}
        capitalize="words"
        value={person.firstName}
        onInput={(firstName) => onChange(withPerson(form, at, { firstName }))}
      />
      {last !== 'off' && (
        <TextField
          name="two"
          label={words.last}
          optional={last === 'optional' ? text.kiosk.optional : undefined}
          capitalize="words"
          value={person.lastName}
          onInput={(lastName) => onChange(withPerson(form, at, { lastName }))}
        />
      )}
    </>
  );
}

export function BornQuestion({ form, person, at, onChange, title }: PersonQuestionProps & { readonly title: string }) {
  const { text } = useApp();
  const words = text.kiosk.born;
  const set = (part: Partial<TypedDate>) => onChange(withPerson(form, at, { born: { ...person.born, ...part } }));
  return (
    <fieldset>
      <legend class={css.unseen}>{title}</legend>
      <div class={css.date}>
        <SelectField
          name="one"
          label={words.month}
          placeholder={words.chooseMonth}
          value={person.born.month}
          onInput={(month) => set({ month })}
          options={words.months.map((month, place) => ({ value: String(place + 1), label: month }))}
        />
        <TextField name="two" label={words.day} keyboard="numeric" value={person.born.day} onInput={(day) => set({ day })} />
        <TextField name="three" label={words.year} keyboard="numeric" value={person.born.year} onInput={(year) => set({ year })} />
      </div>
    </fieldset>
  );
}

export function SchoolQuestion({ form, setup, person, at, onChange }: PersonQuestionProps) {
  const { text } = useApp();
  return (
    <TextField
      name="one"
      label={text.kiosk.school.label}
      optional={rulesOf(form, setup).fields.school === 'required' ? undefined : text.kiosk.optional}
      capitalize="words"
      value={person.school}
      onInput={(school) => onChange(withPerson(form, at, { school }))}
    />
  );
}

export function MoreQuestion({ form, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.more;
  const goesOn = useFocusGoesOn<HTMLUListElement>();
  return (
    <ul class={css.people} data-marks="none" aria-label={words.list} ref={goesOn} tabIndex={-1} data-typed>
      {peopleOf(form).map((person, at) => (
        <li class={css.person} key={at}>
          <span translate={false}>{`${person.firstName} ${person.lastName}`.trim()}</span>
          {form.people.length > 1 && (
            <Button look="quiet" icon="close" onClick={() => onChange(withoutPerson(form, at))}>
              {words.remove(isolated(person.firstName.trim()))}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
