// The whole app, drawn at one address after the other.

import { render } from 'preact';
import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { App } from '../../src/app/App.tsx';
import type { Text } from '../../src/app/text/text.ts';
import type { Device } from '../../src/device/device.ts';
import { aContext } from './a-screen.tsx';
import { aPage } from './page.ts';

/** Where, and in a window of which size each is drawn first. */
export interface Drawing {
  readonly addresses: readonly string[];
  readonly at: { readonly width: number; readonly height: number };
}

/** `look` is called when a screen begins to be drawn, and may turn the window; the screen goes when it has ended. */
export async function eachScreen(
  device: Device,
  text: Text,
  { addresses, at }: Drawing,
  look: (address: string, root: HTMLElement) => Promise<void>,
): Promise<void> {
  const before = location.href;
  const { root } = aPage(null);
  onTestFinished(() => {
    document.documentElement.removeAttribute('dir');
    history.replaceState(null, '', before);
  });
  for (const address of addresses) {
    history.replaceState(null, '', address);
    const context = aContext(device, text);
    await context.language.begun;
    document.documentElement.dir = text.direction;
    await page.viewport(at.width, at.height);
    render(<App context={context} />, root);
    await look(address, root);
    render(null, root);
  }
}
