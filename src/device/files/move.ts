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

const moving = new WeakMap<Store, { promise: Promise<void>; again: boolean }>();

/** `asked`: a person wants it now, so what gave up for lack of room is tried again. Whoever asks meanwhile is waited for once more. */
export function moveFiles(store: Store, how: { readonly asked?: boolean } = {}): Promise<void> {
  const under = moving.get(store);
  if (under !== undefined) {
    under.again = true;
    return under.promise;
  }
  const state = { promise: Promise.resolve(), again: false };
  state.promise = (async () => {
    try {
      do {
        state.again = false;
        await withLock(store.ports, `wayside-files-${store.ports.databaseName}`, () => moveAll(store, how.asked === true));
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
  for (const file of files.filter((one) => one.upload === 'waiting')) {
    if (!(await goesOn(store, file, await upload(store, file)))) return;
  }
  // What nobody wants any more goes before something else comes.
  const wantedHashes = new Set(wanted.map(({ file }) => file.hash));
  const gone = files.filter((one) => one.upload === null && !wantedHashes.has(one.hash)).map((one) => one.hash);
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

/** Which room a file lacks here; null when there is enough. Where the browser says nothing, only a person has a full device tried again. */
async function isShort(
  store: Store,
  { bytes, have, problem }: KeptFile,
  { left, asked }: { readonly left: number; readonly asked: boolean },
): Promise<'file-room-short' | 'storage-full' | null> {
  if (bytes > left) return 'file-room-short';
  const free = await freeForFiles(store);
  if (free === null) return problem === 'storage-full' && !asked ? problem : null;
  return free < bytes - have * pieceBytes ? 'storage-full' : null;
}

/** Whether there is sense in going on with the next file; why not is noted with this one. */
async function goesOn(store: Store, file: KeptFile, moved: Result<null>): Promise<boolean> {
  if (moved.ok) return true;
  const { code } = moved.problem;
  await noteFile(store, file.hash, { problem: code });
  return ['not-found', 'file-damaged', 'file-type-refused', 'file-too-large', 'request-invalid'].includes(code);
}
