// What a form does when it cannot be sent as it is.
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../src/app/ui/button/Button.tsx';
import { ChoiceGroup } from '../../../src/app/ui/form/ChoiceGroup.tsx';
import type { FieldProblem } from '../../../src/app/ui/form/field-wiring.ts';
import { Form } from '../../../src/app/ui/form/Form.tsx';
import { NumberField } from '../../../src/app/ui/form/NumberField.tsx';
import { TextField } from '../../../src/app/ui/form/TextField.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

function NameForm() {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<'card' | 'program'>();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const check = () =>
    setProblems([
      ...(kind === undefined ? [{ field: 'kind', message: 'Choose what they sign up for' }] : []),
      ...(/^\p{L}/u.test(name) ? [] : [{ field: 'name', message: 'Enter a name' }]),
    ]);
  return (
    <main>
      <h1>Sign-up</h1>
      <Form problems={problems} problemsTitle="Please mend" onSubmit={check}>
        <ChoiceGroup
          name="kind"
          label="What for?"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'card', label: 'Card' },
            { value: 'program', label: 'Program' },
          ]}
        />
        <TextField name="name" label="Name" hint="As they write it" value={name} onInput={setName} />
        <Button type="submit" look="main">
          Save
        </Button>
      </Form>
    </main>
  );
}

test('a form that cannot be sent moves the focus to a summary whose links lead to the fields, and keeps what was typed', async () => {
  aPage(<NameForm />);
  await expect.element(page.getByLabelText('Name')).toHaveAttribute('autocorrect', 'off');
  await userEvent.fill(page.getByLabelText('Name'), '42');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));

  await expect.element(page.getByRole('alert')).toHaveFocus();
  await expect.element(page.getByLabelText('Name')).toHaveValue('42');
  await expect.element(page.getByLabelText('Name')).toHaveAccessibleDescription('Enter a name As they write it');
  await expectAccessible();

  await userEvent.click(page.getByRole('link', { name: 'Enter a name' }));
  await expect.element(page.getByLabelText('Name')).toHaveFocus();
  await userEvent.click(page.getByRole('link', { name: 'Choose what they sign up for' }));
  await expect.element(page.getByLabelText('Card')).toHaveFocus();
  expect(location.hash).toBe('');
});

test('a second try that finds the same problems moves the focus to the summary again', async () => {
  aPage(<NameForm />);
  const save = page.getByRole('button', { name: 'Save' });
  await userEvent.click(save);
  await userEvent.click(page.getByRole('link', { name: 'Enter a name' }));
  await userEvent.click(save);
  await expect.element(page.getByRole('alert')).toHaveFocus();
});

test('problems that arrive while the person types again do not pull the focus away', async () => {
  let report: (problems: readonly FieldProblem[]) => void = () => {};
  function SlowForm() {
    const [name, setName] = useState('');
    const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
    report = setProblems;
    return (
      <Form problems={problems} problemsTitle="Please mend" onSubmit={() => {}}>
        <TextField name="name" label="Name" value={name} onInput={setName} />
        <Button type="submit">Save</Button>
      </Form>
    );
  }
  aPage(<SlowForm />);
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  await userEvent.type(page.getByLabelText('Name'), 'Ana');
  report([{ field: 'name', message: 'Someone has this name' }]);
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(page.getByLabelText('Name')).toHaveFocus();
});

test('a number can be stepped, never below its least, and what is no number is kept as typed', async () => {
  function Many() {
    const [many, setMany] = useState('1');
    return (
      <NumberField name="many" label="How many?" value={many} onInput={setMany} min={0} steps={{ less: 'One less', more: 'One more' }} />
    );
  }
  aPage(<Many />);
  const field = page.getByLabelText('How many?');
  await userEvent.click(page.getByRole('button', { name: 'One less' }));
  await userEvent.click(page.getByRole('button', { name: 'One less' }));
  await expect.element(field).toHaveValue('0');
  await userEvent.click(page.getByRole('button', { name: 'One more' }));
  await expect.element(field).toHaveValue('1');
  await userEvent.fill(field, 'a dozen');
  await expect.element(field).toHaveValue('a dozen');
});
