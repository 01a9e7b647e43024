// While something typed is not saved yet: no new version is loaded under the person's hands, and closing the page, or leaving the screen by
// a link or by the browser's back, is asked about.

import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { leaving, unsavedForms } from './leaving.ts';
import { useHoldUpdates } from './offline/use-hold-updates.ts';
import { useWarnBeforeUnload } from './records/use-warn-before-unload.ts';

export function useUnsaved(isUnsaved: boolean): void {
  const { url, route } = useLocation();
  useHoldUpdates(isUnsaved);
  useWarnBeforeUnload(isUnsaved);
  useLayoutEffect(() => {
    if (!isUnsaved) return undefined;
    const [here] = url.split('#');
    const onClick = (event: MouseEvent) => {
      const to = whereTo(event);
      if (to === null || to === here) return; // the same screen: to its content, or where one is already
      event.preventDefault();
      event.stopImmediatePropagation();
      leaving.value = { leave: () => route(to), Question: LeaveQuestion };
    };
    // By then the browser is where its button led: the form's address is put on top again, with the other one behind it.
    const onBack = (event: PopStateEvent) => {
      if (location.pathname + location.search === here) return;
      event.stopImmediatePropagation();
      history.pushState(null, '', url);
      const leave = () => {
        unsavedForms.clear();
        history.back();
      };
      leaving.value = { leave, Question: LeaveQuestion };
    };
    addEventListener('click', onClick, { capture: true }); // before the router hears of it
    unsavedForms.add(onBack);
    return () => {
      removeEventListener('click', onClick, { capture: true });
      unsavedForms.delete(onBack);
      leaving.value = null; // nothing is at stake any more, or the screen was left another way
    };
  }, [isUnsaved, url, route]);
}

/** Path and search of the link of this app that a tap follows; null when it follows none, or opens it elsewhere. */
function whereTo(event: MouseEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return null;
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  if (link === undefined || link.origin !== location.origin || !/^(_?self)?$/i.test(link.target) || link.hasAttribute('download'))
    return null;
  return link.pathname + link.search;
}
