// The library's sealing key: made, put in place of an older one, and given to one more holder. Nothing is stored before a rehearsal has opened a sample with both secrets as they were typed again.

import { failed, ok, type Result } from '../../domain/problem.ts';
import type { ContactDetails } from '../../domain/sign-up.ts';
import { recordIdFrom } from '../../protocol/ids.ts';
import { identity } from '../store/identity.ts';
import { read } from '../store/read.ts';
import { editOf } from '../store/draft.ts';
import { instantOf } from '../store/make-fact.ts';
import { sealingKeys, shownWraps } from '../store/records.ts';
import type { VaultSecret } from '../seal/vault.ts';
import { vaultKeys } from '../sealed-contacts.ts';
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
    /**
     * A first key, or one in place of those there are: these are retired with the same save. They go on opening what was sealed to them,
     * and each device seals to the new one from its next delivery on. `holder`: who keeps the secrets, in words. Problem: passphrase-weak.
     */
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
          const before = await read(context.store, () => sealingKeys(context.store));
          if (!before.ok) return before;
          const old = before.value
            .filter(({ id, values }) => id !== keyId && !values.retired)
            .map(({ id }) => ({ type: 'sealing-key', id }) as const);
          const madeAt = instantOf(context.store.ports.now());
          const saved = await capture(context, {
            subjects: [key, ...wrapSubjects, ...old],
            plan: (seen) =>
              ok([
                ...old.flatMap((one) => editOf(seen.record('sealing-key', one.id), one, { retired: true })),
                ...editOf(seen.record('sealing-key', keyId), key, { publicKey, retired: false }),
                ...wraps.flatMap((wrap, at) => {
                  const subject = wrapSubjects[at];
                  return subject === undefined ? [] : editOf(seen.record('key-wrap', subject.id), subject, { ...wrap, madeAt });
                }),
              ]),
          });
          return saved.ok ? ok(null) : saved;
        },
      });
    },

    /**
     * One more passphrase for every key that a secret of an earlier holder opens: a second holder, or a new passphrase where one is
     * forgotten and the recovery sheet is at hand. Problems: passphrase-weak, passphrase-wrong, recovery-key-wrong, sealing-key-missing.
     */
    addKeyHolder: async (secret: VaultSecret, passphrase: string, holder: string): Promise<Result<{ readonly keys: number }>> => {
      const { random, now } = context.store.ports;
      const keys = await read(context.store, () => vaultKeys(context.store));
      if (!keys.ok) return keys;
      const { wrapAgain } = await import('../seal/wrap-again.ts');
      const made = await wrapAgain({ keys: keys.value, secret, passphrase, holder, random });
      if (!made.ok) return made;
      const wraps = made.value.map((wrap) => ({ subject: { type: 'key-wrap', id: recordIdFrom(random) } as const, wrap }));
      const madeAt = instantOf(now());
      const saved = await capture(context, {
        subjects: wraps.map(({ subject }) => subject),
        plan: (seen) => ok(wraps.flatMap(({ subject, wrap }) => editOf(seen.record('key-wrap', subject.id), subject, { ...wrap, madeAt }))),
      });
      return saved.ok ? ok({ keys: wraps.length }) : saved;
    },

    /**
     * From now on these wraps open nothing on the library's devices. The last passphrase of a key in use stays: input-invalid (`field`
     * holder). Who copied a wrap before can still use it; against that only a new key helps.
     */
    removeKeyWraps: async (ids: readonly string[]): Promise<Result<null>> => {
      const found = await read(context.store, () => Promise.all([sealingKeys(context.store), shownWraps(context.store)]));
      if (!found.ok) return found;
      const [keys, wraps] = found.value;
      const left = wraps.filter(({ id, values }) => !ids.includes(id) && values.by === 'passphrase');
      const shut = keys.some(({ id, values }) => !values.retired && !left.some((wrap) => wrap.values.key === id));
      if (shut) return failed('input-invalid', { field: 'holder' });
      const subjects = ids.map((id) => ({ type: 'key-wrap', id }) as const);
      const saved = await capture(context, {
        subjects,
        plan: (seen) => ok(subjects.flatMap((subject) => editOf(seen.record('key-wrap', subject.id), subject, { removed: true }))),
      });
      return saved.ok ? ok(null) : saved;
    },
  };
}
