// Gallery: a form with every field, and with the problems it reports when it is sent.
import { useState } from 'preact/hooks';
import { Button } from '../../../src/app/ui/button/Button.tsx';
import { CheckboxField } from '../../../src/app/ui/form/CheckboxField.tsx';
import { Chips } from '../../../src/app/ui/form/Chips.tsx';
import { ChoiceGroup } from '../../../src/app/ui/form/ChoiceGroup.tsx';
import { DateField } from '../../../src/app/ui/form/DateField.tsx';
import type { FieldProblem } from '../../../src/app/ui/form/field-wiring.ts';
import { Form } from '../../../src/app/ui/form/Form.tsx';
import { NumberField } from '../../../src/app/ui/form/NumberField.tsx';
import { PasswordField } from '../../../src/app/ui/form/PasswordField.tsx';
import { SelectField } from '../../../src/app/ui/form/SelectField.tsx';
import { TextArea } from '../../../src/app/ui/form/TextArea.tsx';
import { TextField } from '../../../src/app/ui/form/TextField.tsx';
import { TimeField } from '../../../src/app/ui/form/TimeField.tsx';
import { ActionBar } from '../../../src/app/ui/frame/ActionBar.tsx';
import { PageHeader } from '../../../src/app/ui/frame/PageHeader.tsx';

export function FormPage() {
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [many, setMany] = useState('24');
  const [day, setDay] = useState('2025-09-18');
  const [time, setTime] = useState('14:00');
  const [note, setNote] = useState('');
  const [site, setSite] = useState('');
  const [kind, setKind] = useState<'card' | 'program' | 'newsletter'>();
  const [languages, setLanguages] = useState<readonly string[]>(['es']);
  const [consent, setConsent] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  const check = () =>
    setProblems([
      ...(name.trim() === '' ? [{ field: 'name', message: 'Enter a name' }] : []),
      ...(kind === undefined ? [{ field: 'kind', message: 'Choose what they sign up for' }] : []),
      ...(consent ? [] : [{ field: 'consent', message: 'Ask for consent before you save' }]),
    ]);

  return (
    <>
      <PageHeader title="New sign-up" back={{ href: '#session', label: 'Storytime at Maple Court' }} />
      <Form problems={problems} problemsTitle="There is something to mend" onSubmit={check}>
        <ChoiceGroup
          name="kind"
          label="What do they sign up for?"
          value={kind}
          onChange={setKind}
          columns
          choices={[
            { value: 'card', label: 'Library card', icon: 'book' },
            { value: 'program', label: 'A program', hint: 'Choose which one next', icon: 'calendar' },
            { value: 'newsletter', label: 'Newsletter', icon: 'note' },
          ]}
        />
        <TextField name="name" label="Name" hint="As they write it" value={name} onInput={setName} />
        <TextField name="phone" label="Phone" optional="(optional)" keyboard="tel" width="medium" value="" onInput={() => {}} />
        <PasswordField
          name="passphrase"
          kind="passphrase"
          label="Passphrase"
          showLabel="Show passphrase"
          hideLabel="Hide passphrase"
          hiddenLabel="(hidden)"
          value={passphrase}
          onInput={setPassphrase}
        />
        <NumberField name="many" label="How many?" value={many} onInput={setMany} steps={{ less: 'One less', more: 'One more' }} />
        <SelectField
          name="site"
          label="Site"
          value={site}
          onInput={setSite}
          placeholder="Choose a site"
          options={[
            { value: 'maple', label: 'Maple Court' },
            { value: 'school', label: 'Eastside Elementary School' },
          ]}
        />
        <DateField name="day" label="Day" value={day} onInput={setDay} />
        <TimeField name="time" label="From" value={time} onInput={setTime} />
        <Chips
          name="languages"
          label="Languages"
          values={languages}
          onChange={setLanguages}
          options={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
            { value: 'ht', label: 'Kreyòl ayisyen' },
          ]}
        />
        <TextArea name="note" label="Notes" optional="(optional)" value={note} onInput={setNote} />
        <CheckboxField
          name="consent"
          label="They agree that the library keeps this"
          hint="Only to make the card. It is deleted after 90 days."
          checked={consent}
          onChange={setConsent}
        />
        <ActionBar>
          <Button look="main" type="submit">
            Save sign-up
          </Button>
        </ActionBar>
      </Form>
    </>
  );
}
