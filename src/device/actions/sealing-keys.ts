// Making the library's sealing key. Nothing is stored before a rehearsal has opened a sample with both secrets as they were typed again.

import { failed, ok, type Result } from '../../domain/problem.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { recordIdFrom } from '../../protocol/ids.ts';
import { identity } from '../store/identity.ts';
import { read } from '../store/read.ts';
import { editOf } from '../store/draft.ts';
import { type ActionContext, capture } from './capture.ts';

export interface NewSealingKey {
  readonly keyId: string;
  /** For the printed sheet, in groups. */
  readonly recoveryKey: string;
  /** With both secrets as they were typed again; the answer is the made-up sample, opened. Problems: passphrase-wrong, recovery-key-wrong, seal-unreadable. */
  readonly rehearse: (typed: { readonly passphrase: string; readonly recoveryKey: string }) => Promise<Result<ContactDetails>>;
  /** Stores the key, once; before a rehearsal succeeded it refuses. */
  readonly confirm: () => Promise<Result<null>>;
}

export function sealingKeyActions(context: ActionContext) {
  return {
    /** `holder`: who keeps the secrets, in words. Problem: passphrase-weak. */
    makeSealingKey: async (passphrase: string, holder: string): Promise<Result<NewSealingKey>> => {
      const { random } = context.store.ports;
      const found = await read(context.store, () => identity(context.store));
      if (!found.ok) return found;
      const who = found.value;
      if (who === null) return failed('not-enrolled');
      const { prepareSealingKey, rehearseSealing } = await import('../seal/set-up.ts');
      const prepared = await prepareSealingKey({ passphrase, holder, random });
      if (!prepared.ok) return prepared;
      const { keyId, publicKey, wraps, recoveryKey } = prepared.value;
      const key = { type: 'sealing-key', id: keyId } as const;
      const wrapSubjects = wraps.map(() => ({ type: 'key-wrap', id: recordIdFrom(random) }) as const);
      const state = { rehearsed: false };
      return ok({
        keyId,
        recoveryKey,
        rehearse: async (typed) => {
          const rehearsed = await rehearseSealing({ prepared: prepared.value, library: who.library, ...typed, random });
          state.rehearsed = rehearsed.ok;
          return rehearsed;
        },
        confirm: async () => {
          if (!state.rehearsed) return failed('input-invalid', { field: 'rehearsal' });
          const saved = await capture(context, {
            subjects: [key, ...wrapSubjects],
            plan: (seen) =>
              ok([
                ...editOf(seen.record('sealing-key', keyId), key, { publicKey, retired: false }),
                ...wraps.flatMap((wrap, at) => {
                  const subject = wrapSubjects[at];
                  return subject === undefined ? [] : editOf(seen.record('key-wrap', subject.id), subject, wrap);
                }),
              ]),
          });
          return saved.ok ? ok(null) : saved;
        },
      });
    },
  };
}
