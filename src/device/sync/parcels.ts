// Parcels and the server: the keys for this device's own (S38), and bringing those of others (S42).

import { failed, ok, type ProblemCode, type Result } from '../../domain/problem.ts';
import { base64url } from '../../protocol/hash.ts';
import { longId } from '../../protocol/ids.ts';
import { parcelAnswer, parcelKeysAnswer } from '../../protocol/parcel.ts';
import { paths } from '../../protocol/paths.ts';
import { protocolVersion } from '../../protocol/version.ts';
import { publicKeyOf } from '../seal/parcel.ts';
import type { Store } from '../store/db.ts';
import { cursorRow, type ParcelKeysRow } from '../store/meta.ts';
import { carriedParcels, dropParcel, markParcel } from '../store/parcels.ts';
import { self as readSelf } from '../store/self.ts';
import { write } from '../store/write.ts';
import { post } from './http.ts';

/** null: this device has not been given any. */
export async function parcelKeys(store: Store): Promise<ParcelKeysRow | null> {
  const [row, { identity }] = await Promise.all([store.meta.get('parcel-keys'), readSelf(store)]);
  return row?.key === 'parcel-keys' && row.device === identity?.device ? row : null;
}

/** [S38] Makes and shows this device's key where the server, as it is now, has not seen it. Problems: not-enrolled, and the network's. */
export async function ensureParcelKeys(store: Store): Promise<Result<null>> {
  const { ports } = store;
  const [before, { identity }, { cursor }] = await Promise.all([parcelKeys(store), readSelf(store), cursorRow(store)]);
  if (identity === null || ports.signingPair === undefined) return failed('not-enrolled');
  const epoch = cursor?.epoch ?? identity.server.epoch;
  if (before?.epoch === epoch) return ok(null);
  const pair = before?.pair ?? (await ports.signingPair());
  const publicKey = before?.publicKey ?? (await publicKeyOf(pair));
  const request = longId(ports.random);
  const { library, device } = identity;
  const body = JSON.stringify({ request, protocol: protocolVersion, library, key: publicKey });
  const answer = await post(ports, paths.parcelKeys, body, parcelKeysAnswer);
  if (!answer.ok) return answer;
  if (answer.value.request !== request) return failed('server-answer-unreadable', { reason: 'another-request' });
  const { transport, level, proof, server } = answer.value;
  return write(store, {
    tables: ['meta'],
    read: () => Promise.resolve(),
    run: async (_self, _seen, inside) => {
      await inside.meta.put({ key: 'parcel-keys', device, epoch: server.epoch, pair, publicKey, transport, level, proof });
      return ok(null);
    },
  });
}

/** Of a parcel these are the last word; whatever else went wrong is tried again. */
const refusals: readonly ProblemCode[] = [
  'parcel-unreadable',
  'parcel-altered',
  'parcel-other-library',
  'parcel-maker-unknown',
  'parcel-key-unknown',
  'request-too-large',
];

/** [S42] Each that the server has not refused. It leaves this device when its receipts are here, one for each fact. */
export async function deliverParcels(store: Store): Promise<Result<null>> {
  const { identity } = await readSelf(store);
  if (identity === null) return failed('not-enrolled');
  const failures: Result<null>[] = []; // of one parcel: it holds up no other
  for (const { id, bytes, count } of (await carriedParcels(store)).filter(({ problem }) => problem === null)) {
    const request = longId(store.ports.random);
    const body = JSON.stringify({ request, protocol: protocolVersion, library: identity.library, parcel: base64url(bytes) });
    const answer = await post(store.ports, paths.parcels, body, parcelAnswer);
    if (!answer.ok && !refusals.includes(answer.problem.code)) {
      failures.push(answer);
      continue;
    }
    if (answer.ok && (answer.value.request !== request || answer.value.receipts.length !== count)) {
      failures.push(failed('server-answer-unreadable', { reason: 'receipts' }));
      continue;
    }
    const settled = answer.ok ? await dropParcel(store, id) : await markParcel(store, id, answer.problem.code);
    if (!settled.ok && settled.problem.code !== 'not-found') return settled;
  }
  return failures[0] ?? ok(null);
}
