// A page to render into, as the app has it: tokens and base styles on, a theme, a language, taken away afterwards.
import '../../src/app/ui/tokens.css';
import '../../src/app/ui/base.css';
import { type ComponentChild, render } from 'preact';
import { onTestFinished } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import type { Theme } from '../../src/app/ui/theme.ts';

// Before anything is measured: letters that come later have other widths. Where they cannot be had they do not come later either.
await Promise.allSettled([...document.fonts].map((face) => face.load()));

/** Renders and takes it away when the test ends. Call `draw` again to show something else in the same place. */
export function aPage(first: ComponentChild): { readonly root: HTMLElement; readonly draw: (next: ComponentChild) => void } {
  document.documentElement.lang = 'en';
  document.title = 'Wayside';
  const root = document.createElement('div');
  document.body.append(root);
  const draw = (next: ComponentChild) => render(next, root);
  draw(first);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { root, draw };
}

export function wearTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  onTestFinished(() => {
    delete document.documentElement.dataset['theme'];
  });
}

/** For one test: the next finds the window as it was. */
export async function seenAt(width: number, height: number): Promise<void> {
  const [before, tall] = [window.innerWidth, window.innerHeight];
  onTestFinished(() => page.viewport(before, tall));
  await page.viewport(width, height);
}

/** As from the clipboard: a field that cuts off what is longer does so here, where filling it in would not. */
export async function pasteInto(field: Locator, pasted: string): Promise<void> {
  const element = await field.findElement();
  if (element instanceof HTMLElement) element.focus();
  document.execCommand('insertText', false, pasted);
}
