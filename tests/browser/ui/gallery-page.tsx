// Every part in the browser, for eyes: `npx vite`, then /tests/browser/ui/gallery.html#session, #parts, #form or #list.
import '../../../src/app/ui/tokens.css';
import '../../../src/app/ui/base.css';
import '../../../src/app/ui/print.css';
import { render } from 'preact';
import { applyRememberedTheme } from '../../../src/app/ui/theme.ts';
import { Gallery, pages } from './gallery.tsx';

applyRememberedTheme();
const root = document.getElementById('app');
const show = () => {
  const page = pages.find((each) => `#${each}` === location.hash) ?? pages[0];
  if (root) render(<Gallery page={page} />, root);
};
addEventListener('hashchange', show);
show();
