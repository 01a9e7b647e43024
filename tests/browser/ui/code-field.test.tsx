// A field for a code: typed, scanned by hand scanner, with the focus in it or elsewhere. Keystrokes carry the times the test gives them.

import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { scanWords } from '../../../src/app/records/scan-words.ts';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { Dialog } from '../../../src/app/ui/dialog/Dialog.tsx';
import { CodeField } from '../../../src/app/ui/form/CodeField.tsx';
import { Form } from '../../../src/app/ui/form/Form.tsx';
import { TextField } from '../../../src/app/ui/form/TextField.tsx';
import { printedCodes } from '../../../src/app/ui/scanner/code-formats.ts';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

function Screen({ onSubmit, wholeScreen, dialog }: { onSubmit: () => void; wholeScreen: boolean; dialog?: boolean }) {
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  return (
    <main>
      <h1>Codes</h1>
      <Form problems={[]} problemsTitle="" onSubmit={onSubmit}>
        <CodeField
          name="code"
          label="Barcode"
          hint="Under the bars."
          formats={printedCodes}
          words={scanWords(text)}
          wholeScreen={wholeScreen}
          value={code}
          onInput={setCode}
        />
        <TextField name="note" label="Note" value={note} onInput={setNote} />
        <button type="submit">Save</button>
      </Form>
      {dialog && (
        <Dialog open title="Something else" closeLabel="Close" onClose={() => {}}>
          <p>Read this first.</p>
        </Dialog>
      )}
    </main>
  );
}

function CardField() {
  const [card, setCard] = useState('');
  return <CodeField name="card" label="Card" formats={printedCodes} words={scanWords(text)} value={card} onInput={setCard} />;
}

/** What a hand scanner does to a page: each key goes to what has the focus, `pause` milliseconds after the one before. */
function scan(code: string, { pause = 8, end = 'Enter' } = {}): void {
  const clock = { now: performance.now() };
  for (const key of [...code, end]) {
    clock.now += pause;
    const target = document.activeElement ?? document.body;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: clock.now });
    if (!target.dispatchEvent(event) || key.length > 1) {
      if (key === 'Enter' && !event.defaultPrevented && target instanceof HTMLInputElement) target.form?.requestSubmit();
      continue;
    }
    if (target instanceof HTMLInputElement) {
      target.value += key;
      target.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
}
const field = () => page.getByLabelText('Barcode');
const note = () => page.getByLabelText('Note');

test('a code typed by a person stays as typed, and Enter sends the form', async () => {
  const onSubmit = vi.fn();
  aPage(<Screen onSubmit={onSubmit} wholeScreen={false} />);
  await userEvent.type(field(), '4711');
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toHaveValue('4711');
  expect(onSubmit).toHaveBeenCalledTimes(1);
  await expectAccessible();
});

test('a hand scanner replaces what stood in the field, and its Enter does not send the form', async () => {
  const onSubmit = vi.fn();
  aPage(<Screen onSubmit={onSubmit} wholeScreen={false} />);
  await userEvent.fill(field(), '99');
  await userEvent.click(field());
  scan('21234000000018');
  await expect.element(field()).toHaveValue('21234000000018');
  scan('A30234000517861B', { end: 'Tab' });
  await expect.element(field()).toHaveValue('30234000517861');
  await expect.element(page.getByText(text.scanning.read('30234000517861'))).toBeInTheDocument();
  expect(onSubmit).not.toHaveBeenCalled();
});

test('slow keys and their Enter are a person’s', async () => {
  const onSubmit = vi.fn();
  aPage(<Screen onSubmit={onSubmit} wholeScreen={false} />);
  await userEvent.click(field());
  scan('21234000000018', { pause: 120 });
  await expect.element(field()).toHaveValue('21234000000018');
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test('where one code is asked for, it is heard wherever the focus is, and nothing of it stays elsewhere', async () => {
  const onSubmit = vi.fn();
  aPage(<Screen onSubmit={onSubmit} wholeScreen />);
  await userEvent.fill(note(), 'blue cover');
  scan('9780143127741');
  await expect.element(field()).toHaveValue('9780143127741');
  await expect.element(note()).toHaveValue('blue cover');
  page.getByRole('button', { name: 'Save' }).element().focus();
  scan('036000291452');
  await expect.element(field()).toHaveValue('036000291452');
  expect(onSubmit).not.toHaveBeenCalled();
});

test('where others may be meant, a scan stays where the focus is', async () => {
  aPage(<Screen onSubmit={() => {}} wholeScreen={false} />);
  await userEvent.click(note());
  scan('9780143127741', { end: 'Tab' });
  await expect.element(note()).toHaveValue('9780143127741');
  await expect.element(field()).toHaveValue('');
});

test('of two fields for codes the one with the focus is meant', async () => {
  aPage(
    <>
      <Screen onSubmit={() => {}} wholeScreen />
      <CardField />
    </>,
  );
  await userEvent.click(page.getByLabelText('Card'));
  scan('21234000000018');
  await expect.element(page.getByLabelText('Card')).toHaveValue('21234000000018');
  await expect.element(field()).toHaveValue('');
});

test('nothing is put into a field behind an open dialog', async () => {
  aPage(<Screen onSubmit={() => {}} wholeScreen dialog />);
  await expect.element(page.getByText('Read this first.')).toBeVisible();
  scan('9780143127741');
  await expect.element(page.getByText('Read this first.')).toBeVisible();
  expect(document.querySelector<HTMLInputElement>('input[name=code]')?.value).toBe('');
});
