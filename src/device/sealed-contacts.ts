// The device's door to sealed contact details: the vault is loaded when somebody unlocks, with the keys this device's records know.

import type { Fact } from '../domain/fact.ts';
import { failed, ok, type Result } from '../domain/problem.ts';
import type { ContactDetails, SealedBox } from '../domain/sign-up.ts';
import type { SurveyWords } from '../domain/survey-results.ts';
import type { SealContext } from './seal/hpke.ts';
import type { OpeningWatch, Vault, VaultKey, VaultSecret, VaultStatus } from './seal/vault.ts';
import type { Store } from './store/db.ts';
import { identity } from './store/identity.ts';
import { read } from './store/read.ts';
import { keyWraps, sealingKeys } from './store/records.ts';

export interface SealedContacts {
  readonly status: () => VaultStatus;
  readonly subscribe: (listener: (status: VaultStatus) => void) => () => void;
  /** Works offline. Problems: sealing-key-missing, passphrase-wrong, recovery-key-wrong. */
  readonly unlock: (secret: VaultSecret) => Promise<Result<{ readonly opened: readonly string[] }>>;
  readonly lock: () => void;
  /** Real input was seen: the idle time begins again. */
  readonly touch: () => void;
  /** `factId` and `kind` are those of the fact the envelope travelled in. */
  readonly open: (sealed: SealedBox, factId: string, kind: SealContext['kind']) => Promise<Result<ContactDetails>>;
  /** What somebody wrote in a survey. */
  readonly openSurvey: (sealed: SealedBox, factId: string) => Promise<Result<SurveyWords>>;
  /** Thousands, in batches (vault.ts). One answer per envelope, in their order. */
  readonly openMany: (envelopes: readonly Envelope[], watch?: OpeningWatch) => Promise<Result<readonly Result<ContactDetails>[]>>;
}

export interface Envelope {
  readonly sealed: SealedBox;
  /** The fact it travelled in: of a SignUp, `sealedIn`. */
  readonly sealedIn: Pick<Fact, 'id' | 'kind'>;
}

export function createSealedContacts(store: Store): SealedContacts {
  const state = { vault: null as Vault | null };
  const listeners = new Set<(status: VaultStatus) => void>();
  const { now, timer } = store.ports;

  async function loaded(): Promise<Vault> {
    const { createVault } = await import('./seal/vault.ts');
    if (state.vault === null) {
      state.vault = createVault({ now, after: timer });
      state.vault.subscribe((status) => {
        for (const listener of listeners) listener(status);
      });
    }
    return state.vault;
  }

  async function opening(): Promise<Result<{ readonly vault: Vault; readonly library: string }>> {
    const who = await read(store, () => identity(store));
    if (!who.ok) return who;
    if (who.value === null) return failed('not-enrolled');
    if (state.vault === null) return failed('sealing-key-missing', { locked: true });
    return ok({ vault: state.vault, library: who.value.library });
  }

  return {
    status: () => state.vault?.status() ?? { state: 'locked' },
    subscribe: (listener) => {
      listeners.add(listener);
      listener(state.vault?.status() ?? { state: 'locked' });
      return () => listeners.delete(listener);
    },
    unlock: async (secret) => {
      const keys = await read(store, () => vaultKeys(store));
      return keys.ok ? (await loaded()).unlock(secret, keys.value) : keys;
    },
    lock: () => state.vault?.lock(),
    touch: () => state.vault?.touch(),
    open: async (sealed, fact, kind) => {
      const found = await opening();
      return found.ok ? found.value.vault.open({ library: found.value.library, fact, kind }, sealed) : found;
    },
    openSurvey: async (sealed, fact) => {
      const found = await opening();
      return found.ok ? found.value.vault.openSurvey({ library: found.value.library, fact, kind: 'survey.answered' }, sealed) : found;
    },
    openMany: async (envelopes, watch) => {
      const found = await opening();
      if (!found.ok) return found;
      const { vault, library } = found.value;
      const items = envelopes.map(({ sealed, sealedIn }) => ({ context: { library, fact: sealedIn.id, kind: kindOf(sealedIn) }, sealed }));
      return ok(await vault.openMany(items, watch));
    },
  };
}

function kindOf({ kind }: Envelope['sealedIn']): SealContext['kind'] {
  return kind === 'sign-up.corrected' || kind === 'loan.changed' ? kind : 'sign-up.taken';
}

/** Every key with its wraps, as whoever opens them needs them. */
export async function vaultKeys(store: Store): Promise<readonly VaultKey[]> {
  const [keys, wraps] = await Promise.all([sealingKeys(store), keyWraps(store)]);
  return keys.map(({ id, values }) => ({ key: id, publicKey: values.publicKey, wraps: wraps.filter((wrap) => wrap.key === id) }));
}
