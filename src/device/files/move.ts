// Moves files between this device and the server, after a round of delivery that went well and when a person asks: first up what was
// chosen here, then down what is wanted here, piece by piece, so that a break, a crash or a closed tab costs one piece. One at a time.

import { pieceBytes } from '../../domain/file-pieces.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { KeptFile, Store } from '../store/db.ts';
import { freeForFiles } from '../store/make-room.ts';
import { beginFile, dropFiles, noteFile } from '../store/pieces.ts';
import { fileBudget, pinnedFiles } from '../store/pinned-files.ts';
import { read } from '../store/read.ts';
import { withLock } from '../sync/lock.ts';
import { download } from './download.ts';
import { upload } from './upload.ts';

const moving = new WeakMap<Store, { promise: Promise<void>; again: boolean; asked: boolean }>();

/** A chosen file of which no piece has come for so long was left half stored: its tab was closed. */
const halfStoredAfter = 3_600_000;

/** `asked`: a person wants it now, so what gave up for lack of room is tried again. Whoever asks meanwhile is waited for once more. */
export function moveFiles(store: Store, how: { readonly asked?: boolean } = {}): Promise<void> {
  const under = moving.get(store);
  if (under !== undefined) {
    under.again = true;
    under.asked ||= how.asked === true;
    return under.promise;
  }
  const state = { promise: Promise.resolve(), again: false, asked: how.asked === true };
  state.promise = (async () => {
    try {
      do {
        state.again = false;
        await withLock(store.ports, `wayside-files-${store.ports.databaseName}`, () => moveAll(store, state.asked));
      } while (state.again);
    } finally {
      moving.delete(store);
    }
  })();
  moving.set(store, state);
  return state.promise;
}

async function moveAll(store: Store, asked: boolean): Promise<void> {
  const found = await read(store, () => Promise.all([pinnedFiles(store), store.files.toArray(), fileBudget(store)]));
  if (!found.ok) return;
  const [wanted, files, budget] = found.value;
  for (const file of files.filter((one) => one.upload === 'waiting' && one.state === 'complete')) {
    if (!(await goesOn(store, file, await upload(store, file)))) return;
  }
  // What nobody wants any more goes before something else comes.
  const wantedHashes = new Set(wanted.map(({ file }) => file.hash));
  const isLeft = (one: KeptFile) => one.state !== 'complete' && store.ports.now() - one.at > halfStoredAfter;
  const gone = files.filter((one) => !wantedHashes.has(one.hash) && (one.upload !== 'waiting' || isLeft(one))).map((one) => one.hash);
  if (gone.length > 0) await dropFiles(store, gone);
  let taken = files.filter((one) => one.state === 'complete' && !gone.includes(one.hash)).reduce((sum, one) => sum + one.bytes, 0);
  for (const one of wanted) {
    if (one.kept?.state === 'complete') continue;
    const begun = one.kept === undefined ? await beginFile(store, one.file, null) : ok(one.kept);
    if (!begun.ok) return;
    const short = await isShort(store, begun.value, { left: budget - taken, asked });
    if (short !== null) {
      if (short !== begun.value.problem) await noteFile(store, one.file.hash, { problem: short });
      continue;
    }
    taken += one.file.bytes;
    if (!(await goesOn(store, begun.value, await download(store, begun.value)))) return;
  }
}

/** Which room a file lacks here; null when there is enough. Only a person has a full device tried again. */
async function isShort(
  store: Store,
  { bytes, have, problem }: KeptFile,
  { left, asked }: { readonly left: number; readonly asked: boolean },
): Promise<'file-room-short' | 'storage-full' | null> {
  if (bytes > left) return 'file-room-short';
  const free = await freeForFiles(store);
  // A browser that counts more room than there is would have the file fetched, thrown out for a fact, and fetched again.
  if (problem === 'storage-full' && !asked) return problem;
  if (free === null) return null;
  return free < bytes - have * pieceBytes ? 'storage-full' : null;
}

/** Whether there is sense in going on with the next file; why not is noted with this one. */
async function goesOn(store: Store, file: KeptFile, moved: Result<null>): Promise<boolean> {
  if (moved.ok) return true;
  const { code } = moved.problem;
  await noteFile(store, file.hash, { problem: code });
  return ['not-allowed', 'not-found', 'file-damaged', 'file-type-refused', 'file-too-large', 'request-invalid'].includes(code);
}
