// While something typed is not saved yet: no new version is loaded under the person's hands, and closing the page is asked about.

import { useHoldUpdates } from './offline/use-hold-updates.ts';
import { useWarnBeforeUnload } from './records/use-warn-before-unload.ts';

export function useUnsaved(isUnsaved: boolean): void {
  useHoldUpdates(isUnsaved);
  useWarnBeforeUnload(isUnsaved);
}
