// A saved page in its frame: a link in it leads nowhere, and the page stands there again, once.

import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { SavedPageContent } from '../../../src/app/features/resources/files/SavedPageContent.tsx';
import { enUS as text } from '../../../src/app/text/en-US.ts';
import { aDevice, shown } from './a-field-day.tsx';

/** As in an app that the worker serves; here the frame gets whatever the test's server says. */
function servedByWorker(): void {
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { controller: {} } });
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });
}

const frame = async () => {
  const element = await page.getByTitle('Rain walk').findElement();
  if (!(element instanceof HTMLIFrameElement)) throw new Error('it is drawn in a frame');
  return element;
};
const loaded = (element: HTMLIFrameElement) =>
  expect
    .poll(() => [element.contentDocument?.URL, element.contentDocument?.readyState])
    .toEqual([expect.stringContaining('/kept/'), 'complete']);

test('a link followed in a saved page brings the page back, and it stays', async () => {
  servedByWorker();
  const device = await aDevice();
  shown(device, <SavedPageContent hash="00ff" title="Rain walk" />);
  const first = await frame();
  await loaded(first);
  await expect.element(page.getByText(text.files.pageLink)).not.toBeInTheDocument();

  const link = first.contentDocument?.createElement('a');
  if (link === undefined) throw new Error('the frame is readable here');
  link.href = '/elsewhere';
  first.contentDocument?.body.append(link);
  link.click();
  await expect.element(page.getByText(text.files.pageLink)).toBeVisible();
  const second = await frame();
  expect(second).not.toBe(first);
  await loaded(second);
  expect(await frame()).toBe(second);
});
