// Ten thousand real sign-ups, sealed by the app's own sealing to a real key, and what the follow-up screen does with them: reads them,
// opens them, and answers a search. Tasks of the page that keep it from answering a tap are counted by the browser itself.

import { find, entryOf, noFilters } from '../../../src/app/features/follow-up/book.ts';
import { sealContact } from '../../../src/device/seal/hpke.ts';
import { identity } from '../../../src/device/store/identity.ts';
import { sealingKey } from '../../../src/device/store/records.ts';
import { saveOurs } from '../../../src/device/store/save-ours.ts';
import { createSignUpReader } from '../../../src/device/store/sign-up-reader.ts';
import { turn } from '../../../src/device/turn.ts';
import { type Candidate, searchDuplicates } from '../../../src/domain/duplicates.ts';
import { ok } from '../../../src/domain/problem.ts';
import { longId } from '../../../src/protocol/ids.ts';
import { device, good, timed } from './ours.ts';

/** `each` sign-ups in each of these sessions. */
export async function takeSignUps(name: string, sessions: readonly string[], each: number): Promise<void> {
  const { store } = device(name);
  const [who, key] = await Promise.all([identity(store), sealingKey(store)]);
  if (who === null || key === null) throw new Error('the bench has no key');
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  for (const [place, id] of sessions.entries()) {
    const subject = { type: 'session', id } as const;
    const drafts = await Promise.all(
      Array.from({ length: each }, async (_, at) => {
        const fact = longId(random);
        const context = { library: who.library, fact, kind: 'sign-up.taken' } as const;
        const sealed = good(await sealContact(key.publicKey, key.id, context, personOf(place * each + at)));
        const consent = { given: true, wording: 'en-US/2026-11', by: 'caregiver' } as const;
        const body = { for: 'card', program: null, language: 'ht', ageBand: '6-11', consent, sealed } as const;
        return { kind: 'sign-up.taken', subject, id: fact, body } as const;
      }),
    );
    good(await saveOurs(store, { subjects: [subject], plan: () => ok(drafts) }));
  }
}

function personOf(at: number) {
  return {
    name: `Wideline Number${at} Jean-Baptiste`,
    phone: `(305) ${String(2_000_000 + at)}`,
    email: '',
    address: '12 NE 125th St, North Miami',
    birthDate: `20${10 + (at % 10)}-0${1 + (at % 9)}-${10 + (at % 19)}`,
    guardian: { name: `Marie Number${at}`, relation: 'mother' },
    cardNumber: '',
    note: '',
  };
}

export interface Unsealing {
  readonly signUps: number;
  /** Milliseconds each. */
  readonly unlocking: number;
  readonly reading: number;
  readonly opening: number;
  readonly indexing: number;
  readonly search: number;
  readonly duplicates: number;
  readonly found: number;
  /** Tasks of the page above 50 ms while all that went on. */
  readonly longTasks: readonly number[];
}

export async function unseal(name: string, passphrase: string): Promise<Unsealing> {
  const { seal, store } = device(name);
  const longTasks: number[] = [];
  const watcher = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  watcher.observe({ entryTypes: ['longtask'] });
  const unlocking = await timed(async () => good(await seal.unlock({ passphrase })));
  const breathe = async () => {
    await turn();
    return true;
  };
  let signUps: NonNullable<Awaited<ReturnType<ReturnType<typeof createSignUpReader>['read']>>> = [];
  const reading = await timed(async () => {
    signUps = (await createSignUpReader(store).read(breathe)) ?? [];
  });
  let entries: ReturnType<typeof entryOf>[] = [];
  let opened: Awaited<ReturnType<typeof seal.openMany>> | null = null;
  const opening = await timed(async () => {
    opened = await seal.openMany(signUps);
  });
  const answers = good(opened ?? (await seal.openMany([])));
  await turn();
  const indexing = await timed(async () => {
    for (const [at, signUp] of signUps.entries()) {
      entries.push(entryOf(signUp, answers[at]));
      if (at % 500 === 499) await turn();
    }
  });
  await turn();
  let found = 0;
  const search = await timed(async () => {
    found = find(entries, { ...noFilters, typed: 'jean number9999 widelin' }, new Map()).length;
  });
  const candidates = entries.flatMap(({ id, session, signUp, contact }): Candidate[] =>
    contact === null ? [] : [{ id, session, body: signUp.body, contact }],
  );
  const duplicates = await timed(async () => {
    const steps = searchDuplicates(candidates);
    while (!steps.next().done) await turn();
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  watcher.disconnect();
  entries = [];
  return { signUps: answers.filter((one) => one.ok).length, unlocking, reading, opening, indexing, search, duplicates, found, longTasks };
}

/** Floor of opening: as many agreements and decryptions by the browser alone, in batches as large. */
export async function rawOpen(times: number, batch: number): Promise<number> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const [iv, aes] = [new Uint8Array(12), { name: 'AES-GCM', length: 256 }];
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await crypto.subtle.importKey('raw', new Uint8Array(32), aes, false, ['encrypt']),
    new Uint8Array(512),
  );
  return timed(async () => {
    for (let done = 0; done < times; done += batch) {
      await Promise.all(
        Array.from({ length: Math.min(batch, times - done) }, async () => {
          const theirs = await crypto.subtle.importKey('raw', point, curve, false, []);
          await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
          const key = await crypto.subtle.importKey('raw', new Uint8Array(32), aes, false, ['decrypt']);
          await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box);
        }),
      );
      await turn();
    }
  });
}
