// Moving about: what a keyboard or screen reader user finds after going from screen to screen.
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AppFrame } from '../../../src/app/ui/frame/AppFrame.tsx';
import { Tabs } from '../../../src/app/ui/frame/Tabs.tsx';
import { expectAccessible } from '../accessibility.ts';
import { aPage } from '../page.ts';

interface Steps {
  go: (place: string) => void;
  load: (screen: string) => void;
}

/** A frame whose address changes at once and whose screen follows when it has loaded. */
function Wayside({ steps }: { readonly steps: Steps }) {
  const [place, setPlace] = useState('/');
  const [screen, setScreen] = useState('Today');
  steps.go = setPlace;
  steps.load = setScreen;
  return (
    <AppFrame
      brand={{ label: 'Wayside', href: '#/' }}
      skipLabel="Skip to the screen"
      navLabel="Main"
      place={place}
      places={[{ href: '#/', label: 'Today', icon: 'home', current: true }]}
      delivery={<p>All on the server</p>}
    >
      <h1>{screen}</h1>
      <Tabs label="Parts" tabs={[{ href: '#/notes', label: 'Notes', current: false }]} />
      <a key={screen} href="#/row">
        A row of {screen}
      </a>
    </AppFrame>
  );
}

function aFrame(): Steps {
  const steps: Steps = { go: () => {}, load: () => {} };
  aPage(<Wayside steps={steps} />);
  return steps;
}

test('after going to another place the focus is at the top of the new screen', async () => {
  const steps = aFrame();
  await expectAccessible();
  page.getByRole('link', { name: 'Today', exact: true }).element().focus();
  steps.go('/sessions');
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('when the row that led there is taken away by a screen that loads late, the focus is not lost', async () => {
  const steps = aFrame();
  page.getByRole('link', { name: 'A row of Today' }).element().focus();
  steps.go('/sessions/1');
  steps.load('Session');
  await expect.element(page.getByRole('heading', { name: 'Session' })).toBeVisible();
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('a tab that was chosen keeps the focus', async () => {
  const steps = aFrame();
  const tab = page.getByRole('link', { name: 'Notes' });
  tab.element().focus();
  steps.go('/notes');
  steps.load('Notes of the session');
  await expect.element(page.getByRole('heading', { name: 'Notes of the session' })).toBeVisible();
  await expect.element(tab).toHaveFocus();
});

test('the first key press offers to skip to the screen', async () => {
  aFrame();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByRole('main')).toHaveFocus();
  history.replaceState(null, '', location.pathname + location.search);
});
