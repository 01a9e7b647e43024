// The opened sealing keys: in memory only, for a while only. Locking forgets them; nothing of them is ever stored or sent. Only a person's
// input keeps them open (`touch`): a screen that opens what each delivery brings would else never lock with nobody there.
// Works offline: all it needs are the wraps, which are on the device.

import type { KeyWrapFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { ContactDetails, SealedBox } from '../../domain/sign-up.ts';
import type { SurveyWords } from '../../domain/survey-results.ts';
import { openContact, openSurveyWords, type SealContext } from './hpke.ts';
import { importedPair, keyIdOf } from './key.ts';
import { turn } from '../turn.ts';
import { unwrapKey } from './wrap.ts';

export type VaultStatus =
  | { readonly state: 'locked' }
  /** `locksAt` in milliseconds of the clock that was passed in. */
  | { readonly state: 'unlocked'; readonly keys: readonly string[]; readonly locksAt: number };

/** A sealing key as the device's records know it, retired or not, with all its wraps. */
export interface VaultKey {
  readonly key: string;
  readonly publicKey: string;
  readonly wraps: readonly KeyWrapFields[];
}

export type VaultSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

export interface SealedItem {
  readonly context: SealContext;
  readonly sealed: SealedBox;
}

export interface Vault {
  status(): VaultStatus;
  /** Called at once and at each change. Returns how to stop. */
  subscribe(listener: (status: VaultStatus) => void): () => void;
  /** Opens every key the secret fits. Problems: sealing-key-missing (no keys), passphrase-wrong, recovery-key-wrong. */
  unlock(secret: VaultSecret, keys: readonly VaultKey[]): Promise<Result<{ readonly opened: readonly string[] }>>;
  lock(): void;
  /** Somebody is there: idle time begins again, unless it is over already. */
  touch(): void;
  /** Problems: sealing-key-missing (`locked`), seal-key-unknown, seal-unreadable. */
  open(context: SealContext, sealed: SealedBox): Promise<Result<ContactDetails>>;
  /** The same of what somebody wrote in a survey. */
  openSurvey(context: SealContext, sealed: SealedBox): Promise<Result<SurveyWords>>;
  /**
   * One answer per item, in their order. Works in batches and lets the screen breathe between them; stops when it is locked or `stop`
   * is called, and answers `locked` for the rest. It does not grow idle meanwhile; afterwards it may be locked at once.
   */
  openMany(items: readonly SealedItem[], watch?: OpeningWatch): Promise<readonly Result<ContactDetails>[]>;
}

export interface OpeningWatch {
  /** After each batch: its answers, and how far it is. */
  readonly onBatch?: (opened: readonly Result<ContactDetails>[], done: number) => void;
  readonly stop?: AbortSignal;
}

/** Large enough to keep WebCrypto's threads busy, small enough (some 10 ms on a slow tablet) for a tap in between. */
const batch = 32;

export function createVault(ports: {
  readonly now: () => number;
  readonly idleMinutes?: number;
  /** Runs something later; returns how to call it off. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
  /** Waited for between two batches. */
  readonly pause?: () => Promise<void>;
}): Vault {
  const { now, idleMinutes = 15, after = afterTimeout, pause = turn } = ports;
  const idle = idleMinutes * 60_000;
  const listeners = new Set<(status: VaultStatus) => void>();
  let pairs: ReadonlyMap<string, CryptoKeyPair> = new Map();
  let locksAt = 0;
  let working = 0;
  let callOff = () => {};

  function status(): VaultStatus {
    return pairs.size === 0 ? { state: 'locked' } : { state: 'unlocked', keys: [...pairs.keys()], locksAt };
  }

  function change(next: ReadonlyMap<string, CryptoKeyPair>): void {
    pairs = next;
    restartIdle();
    for (const listener of listeners) listener(status());
  }

  function restartIdle(): void {
    callOff();
    locksAt = now() + idle;
    callOff = pairs.size === 0 ? () => {} : after(idle, timeIsUp);
  }

  function timeIsUp(): void {
    if (working === 0) lock();
    else locksAt = now(); // a clock that was set back meanwhile changes nothing
  }

  function lock(): void {
    if (pairs.size > 0) change(new Map());
  }

  /** Timers sleep with the tablet: the clock is asked as well. Many records that are just being opened are opened to the end. */
  function lockWhenIdle(): void {
    if (isIdle() && working === 0) lock();
  }

  function isIdle(): boolean {
    return now() >= locksAt;
  }

  async function opened<Content>(
    { context, sealed }: SealedItem,
    open: (pair: CryptoKeyPair, context: SealContext, sealed: SealedBox) => Promise<Result<Content>>,
  ): Promise<Result<Content>> {
    lockWhenIdle();
    if (pairs.size === 0) return locked;
    const pair = pairs.get(sealed.key);
    return pair === undefined ? failed('seal-key-unknown', { key: sealed.key }) : open(pair, context, sealed);
  }

  return {
    status() {
      lockWhenIdle();
      return status();
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(status());
      return () => listeners.delete(listener);
    },
    async unlock(secret, keys) {
      if (keys.length === 0) return failed('sealing-key-missing');
      const opened = new Map<string, CryptoKeyPair>();
      let wrong: Result<never> = failed('passphrase' in secret ? 'passphrase-wrong' : 'recovery-key-wrong');
      for (const key of keys) {
        const pair = await openedPair(key, secret);
        if (pair.ok) opened.set(key.key, pair.value);
        else wrong = pair;
      }
      if (opened.size === 0) return wrong;
      change(new Map([...pairs, ...opened]));
      return ok({ opened: [...opened.keys()] });
    },
    lock,
    touch() {
      lockWhenIdle();
      if (pairs.size > 0 && !isIdle()) restartIdle();
    },
    open: (context, sealed) => opened({ context, sealed }, openContact),
    openSurvey: (context, sealed) => opened({ context, sealed }, openSurveyWords),
    async openMany(items, { onBatch, stop } = {}) {
      const all: Result<ContactDetails>[] = [];
      if (isIdle()) return items.map(() => locked); // one after the other, none would ever let it lock
      working += 1;
      try {
        while (all.length < items.length && pairs.size > 0 && !stop?.aborted) {
          const next = items.slice(all.length, all.length + batch);
          const answers = await Promise.all(next.map((item) => opened(item, openContact)));
          all.push(...answers);
          onBatch?.(answers, all.length);
          await pause();
        }
      } finally {
        working -= 1;
        lockWhenIdle();
      }
      return [...all, ...items.slice(all.length).map(() => locked)];
    },
  };
}

const locked = failed('sealing-key-missing', { locked: true });

/** The first wrap that the secret opens. A key whose id is not its fingerprint is not opened: somebody exchanged it. */
async function openedPair(key: VaultKey, secret: VaultSecret): Promise<Result<CryptoKeyPair>> {
  if (keyIdOf(key.publicKey) !== key.key) return failed('seal-key-unknown', { key: key.key });
  const [by, typed] = 'passphrase' in secret ? (['passphrase', secret.passphrase] as const) : (['recovery', secret.recoveryKey] as const);
  let wrong: Result<never> = failed(by === 'passphrase' ? 'passphrase-wrong' : 'recovery-key-wrong');
  for (const wrap of key.wraps.filter((one) => one.by === by && one.key === key.key)) {
    const unwrapped = await unwrapKey(wrap, typed);
    if (!unwrapped.ok) {
      wrong = unwrapped;
      continue;
    }
    try {
      return ok(await importedPair(key.publicKey, unwrapped.value));
    } catch {
      wrong = failed('seal-unreadable', { key: key.key }); // the wrap is whole, yet holds no key
    } finally {
      unwrapped.value.fill(0);
    }
  }
  return wrong;
}

function afterTimeout(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
