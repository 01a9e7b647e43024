// What a person does about delivery: held facts, rescue files, persistent storage.

import { longId } from '../../protocol/ids.ts';
import { park, sendAgain } from '../store/held.ts';
import { read } from '../store/read.ts';
import { askToPersist, readStorage } from '../store/storage-answers.ts';
import type { ActionContext } from './capture.ts';

export function deliveryActions(context: ActionContext) {
  const { store, saved } = context;
  return {
    /** Puts a held fact back into the outbox. */
    resendHeld: async (fact: string) => {
      const queued = await sendAgain(store, fact);
      if (queued.ok) saved();
      return queued;
    },
    parkHeld: (fact: string) => park(store, fact),
    exportRescue: async (options: { readonly all?: boolean } = {}) => {
      const { exportRescueFile } = await rescueFile();
      const exported = await read(store, () => exportRescueFile(store, options));
      return exported.ok ? exported.value : exported;
    },
    importRescue: async (text: string) => {
      const { importRescueFile } = await rescueFile();
      const taken = await read(store, () => importRescueFile(store, text));
      const rescued = taken.ok ? taken.value : taken;
      if (rescued.ok && rescued.value.added > 0) saved();
      return rescued;
    },
    /** From a tap only. */
    askToPersist: () => askToPersist(store),
    readStorage: () => readStorage(store),
    /** For a form, once: saving it twice then saves it once. */
    newToken: () => longId(store.ports.random),
  };
}

/** Seldom needed, so not part of the first load. */
const rescueFile = () => import('../store/rescue-file.ts');
