// The sign-ups of this device and, while it is unlocked, what is in them. Both are read in parts, with turns for the page in between.
// Locking forgets all that was opened, at once; leaving the screen does too.

import { useEffect, useRef, useState } from 'preact/hooks';
import { createSignUpReader, type SignUpReader } from '../../../device/store/sign-up-reader.ts';
import { self } from '../../../device/store/self.ts';
import type { SignUp } from '../../../device/store/sign-ups.ts';
import { read } from '../../../device/store/read.ts';
import { turn } from '../../../device/turn.ts';
import type { Problem, Result } from '../../../domain/problem.ts';
import type { ContactDetails } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { type Entry, entryOf } from './book.ts';

export interface HowFar {
  readonly done: number;
  readonly all: number;
}

export interface SignUps {
  /** null until they were read once. */
  readonly all: readonly SignUp[] | null;
  readonly reading: HowFar | null;
  readonly problem: Problem | null;
}

/** Read again whenever something was written here, by this page, another tab or a delivery. */
export function useSignUps(): SignUps {
  const { device } = useApp();
  const written = useLive(() => self(device.store).then(({ revision }) => revision), [device]);
  const reader = useRef<SignUpReader | null>(null);
  const [signUps, setSignUps] = useState<SignUps>({ all: null, reading: null, problem: null });
  const revision = written.state === 'ready' ? written.value : null;

  useEffect(() => {
    if (revision === null) return undefined;
    const stopping = new AbortController();
    void readAll(stopping.signal);
    return () => stopping.abort();
  }, [revision]);

  async function readAll(stopped: AbortSignal): Promise<void> {
    reader.current ??= createSignUpReader(device.store);
    const { current } = reader;
    const pause = everyNow((done, all) => setSignUps((before) => (before.all === null ? { ...before, reading: { done, all } } : before)));
    const reading = async (done: number, all: number) => {
      pause(done, all);
      await turn();
      return !stopped.aborted;
    };
    // `read` asks a second time when the connection was lost: not for a screen that has gone.
    const found = await read(device.store, async () => (stopped.aborted ? null : current.read(reading)));
    if (stopped.aborted) return;
    if (!found.ok) setSignUps({ all: null, reading: null, problem: found.problem });
    else if (found.value !== null) setSignUps({ all: found.value, reading: null, problem: null });
  }

  return written.state === 'problem' ? { all: null, reading: null, problem: written.problem } : signUps;
}

export interface Book {
  readonly entries: readonly Entry[];
  /** While more than a few are being opened. */
  readonly opening: HowFar | null;
  readonly problem: Problem | null;
}

const aFew = 64;

/** Of an unlocked vault only: the part of the screen that uses it goes when it locks, and all that was opened with it. */
export function useBook(signUps: readonly SignUp[]): Book {
  const { device } = useApp();
  const opened = useRef(new Map<string, { readonly result: Result<ContactDetails>; readonly keys: string }>());
  const entryOfSignUp = useRef(new WeakMap<SignUp, Entry>());
  const [book, setBook] = useState<Book>({ entries: [], opening: { done: 0, all: signUps.length }, problem: null });
  const [keys, setKeys] = useState('');
  // Another secret may have opened another key: what no key opened is tried again.
  useEffect(() => device.seal.subscribe((status) => setKeys(status.state === 'unlocked' ? status.keys.join() : '')), [device]);

  useEffect(() => {
    const stopping = new AbortController();
    void openAll(stopping.signal);
    return () => stopping.abort();
  }, [signUps, keys]);

  async function openAll(stopped: AbortSignal): Promise<void> {
    const known = opened.current;
    const missing = signUps.filter(({ sealedIn, voided }) => {
      const before = known.get(sealedIn.id);
      return !voided && (before === undefined || (!before.result.ok && before.keys !== keys));
    });
    const progress = everyNow((done, all) => setBook((before) => ({ ...before, opening: { done, all } })));
    if (missing.length > aFew) progress(0, missing.length);
    const answer = await device.seal.openMany(missing, {
      stop: stopped,
      onBatch: (answers, done) => {
        if (stopped.aborted) return;
        for (const [at, result] of answers.entries()) {
          const id = missing[done - answers.length + at]?.sealedIn.id;
          if (id !== undefined) known.set(id, { result, keys });
        }
        if (missing.length > aFew) progress(done, missing.length);
      },
    });
    const entries: Entry[] = [];
    for (const [at, signUp] of signUps.entries()) {
      if (stopped.aborted) return;
      entries.push(entryFor(signUp, known.get(signUp.sealedIn.id)?.result));
      if (at % 500 === 499) await turn();
    }
    if (!stopped.aborted) setBook({ entries, opening: null, problem: answer.ok ? null : answer.problem });
  }

  function entryFor(signUp: SignUp, result: Result<ContactDetails> | undefined): Entry {
    const before = entryOfSignUp.current.get(signUp);
    if (before !== undefined && before.problem === null && before.contact !== null) return before;
    const entry = entryOf(signUp, result);
    entryOfSignUp.current.set(signUp, entry);
    return entry;
  }

  return book;
}

/** Tells of progress four times a second: drawing it costs more than a batch. */
function everyNow(tell: (done: number, all: number) => void): (done: number, all: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, all) => {
    const at = performance.now();
    if (at - last < 250) return;
    last = at;
    tell(done, all);
  };
}
