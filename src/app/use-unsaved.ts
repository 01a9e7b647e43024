// While something typed is not saved yet: no new version is loaded under the person's hands, and closing the page or leaving the screen by
// a link is asked about.

import { useEffect } from 'preact/hooks';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { leaving } from './leaving.ts';
import { useHoldUpdates } from './offline/use-hold-updates.ts';
import { useWarnBeforeUnload } from './records/use-warn-before-unload.ts';

export function useUnsaved(isUnsaved: boolean): void {
  useHoldUpdates(isUnsaved);
  useWarnBeforeUnload(isUnsaved);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    addEventListener('click', askFirst, { capture: true }); // before the router hears of it
    return () => {
      removeEventListener('click', askFirst, { capture: true });
      leaving.value = null; // nothing is at stake any more, or the screen was left another way
    };
  }, [isUnsaved]);
}

function askFirst(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return; // opens elsewhere
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  if (link === undefined || link.origin !== location.origin || !/^(_?self)?$/i.test(link.target) || link.hasAttribute('download')) return;
  const to = link.pathname + link.search;
  if (to === location.pathname + location.search) return; // the same screen: to its content, or where one is already
  event.preventDefault();
  event.stopImmediatePropagation();
  leaving.value = { to, Question: LeaveQuestion };
}
