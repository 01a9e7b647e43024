// Every route of the API with a request much like one that a server takes: what hostile requests are made of. tests/server/hostile.test.ts
// holds the lists against the routes that a server has.

import { filePaths, pieceType } from '../../src/protocol/files.ts';
import { base64url, hashOf } from '../../src/protocol/hash.ts';
import { layOut } from '../../src/protocol/parcel.ts';
import { paths } from '../../src/protocol/paths.ts';
import type { Cursor } from '../../src/protocol/pull.ts';
import { preparedBody } from './facts.ts';
import { health, type TestDevice } from './server.ts';

/** As they stand in the routes, ':hash' and all. */
export const gets = [paths.hello, paths.me, paths.devices, paths.quarantine, paths.erase, paths.pokes, filePaths.file] as const;
export const posts = [
  paths.setup,
  paths.signIn,
  paths.signOut,
  paths.enroll,
  paths.enrollHere,
  paths.invites,
  paths.revoke,
  paths.erase,
  paths.history,
  paths.shared,
  paths.prepared,
  paths.calendarFeed,
  paths.push,
  paths.pull,
  paths.offer,
  paths.parcelKeys,
  paths.parcels,
  filePaths.begin,
  filePaths.piece,
  filePaths.finish,
] as const;
export type PostPath = (typeof posts)[number];

interface Asking extends Pick<TestDevice, 'identity' | 'maker'> {
  readonly cursor: Cursor | null;
  /** What may be erased, if it is a sign-up's. */
  readonly signUps?: readonly string[];
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

const file = '%PDF-1.4 a file of a few bytes';

/** The path of a request: one file, its first piece. */
export function addressOf(path: string): string {
  return path.replace(':hash', hashOf(file)).replace(':at', '0');
}

/** The body before it is written as JSON; of a piece, the piece. */
export function exampleBody(path: PostPath, { identity, maker, cursor, pick, signUps = [] }: Asking): unknown {
  const { library, device, incarnation } = identity;
  const asking = { protocol: 1, incarnation, cursor, health, digest: { count: 0, xor: 'A'.repeat(43) } };
  const count = () => maker.count('SESSION00001', '6-11', 1);
  const unknown = 'A'.repeat(22);
  const examples: { readonly [Path in PostPath]: () => unknown } = {
    [paths.setup]: () => ({
      code: null,
      coordinator: { name: 'Mallory', email: 'm@x.example', password: 'x'.repeat(12) },
      deviceName: 'Mine',
    }),
    [paths.signIn]: () => ({ email: 'alice@library.example', password: 'not hers at all' }),
    [paths.signOut]: () => ({}),
    [paths.enroll]: () => ({ code: 'ABCDEFGHJK', attempt: 'TRY1', deviceName: 'T' }),
    [paths.enrollHere]: () => ({ attempt: 'TRY1', deviceName: 'T' }),
    [paths.invites]: () => ({ role: pick(['staff', 'kiosk', 'partner', 'coordinator', 'queen']), partner: pick(['PARTNER00001', '', 7]) }),
    [paths.revoke]: () => ({ device: pick(['nobody', `server-${library}`]) }),
    [paths.erase]: () => ({ signUps: [pick([...signUps, unknown])] }),
    [paths.history]: () => ({ places: [{ type: pick(['site', 'partner', 'library']), id: pick(['SITE00000001', 'x', '%']) }] }),
    [paths.shared]: () => ({ device, request: pick(['ASK1', '', 7]) }),
    [paths.prepared]: () => ({
      device,
      request: pick(['ASK1', '', 7]),
      session: pick(['SESSION00003', 'SESSION00003', 'SESSION00001']),
      facts: Array.from(
        { length: pick([1, 2]) },
        () => maker.make('sign-up.taken', 'SESSION00003', preparedBody('PARTNER00001'), { staff: null }).sent,
      ),
    }),
    // None that would be looked up or asked.
    [paths.calendarFeed]: () => ({
      address: pick(['http://127.0.0.1:9/x.ics', 'webcal://[::1]/', 'ftp://10.0.0.1/', 'https://a:b@10.0.0.1/']),
    }),
    [paths.push]: () => ({ ...asking, facts: [count().sent, maker.signUp('SESSION00001', 'card').sent] }),
    [paths.pull]: () => asking,
    [paths.offer]: () => ({ protocol: 1, ids: [count().fact.id, unknown] }),
    [paths.parcelKeys]: () => ({ protocol: 1, library, key: 'A'.repeat(87) }),
    [paths.parcels]: () => ({
      protocol: 1,
      library,
      parcel: pick([aParcel({ library, device, incarnation }), 'V1NQMQAAAAUAAA', 'V1NQMQ']),
    }),
    [filePaths.begin]: () => ({ hash: hashOf(file), bytes: pick([file.length, file.length, 1, 100_000_001]) }),
    [filePaths.piece]: () => file,
    [filePaths.finish]: () => ({}),
  };
  return examples[path]();
}

/** What goes over the wire, with its type. */
export function written(path: string, body: unknown): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const isPiece = path === filePaths.piece && typeof body === 'string';
  return {
    headers: { 'content-type': isPiece ? pieceType : 'application/json' },
    body: isPiece ? body : (JSON.stringify(body) ?? ''),
  };
}

/** Laid out rightly, sealed and signed by nobody. */
function aParcel(whose: Pick<TestDevice['identity'], 'library' | 'device' | 'incarnation'>): string {
  const head = {
    ...whose,
    count: 1,
    made: '2026-11-02T14:00:00.000Z',
    packed: 'none',
    transport: 'A'.repeat(22),
    key: 'A'.repeat(87),
    level: 'staff',
    proof: 'A'.repeat(43),
  };
  const signed = layOut(new TextEncoder().encode(JSON.stringify(head)), new Uint8Array(65), new Uint8Array(16));
  return base64url(new Uint8Array([...signed, ...new Uint8Array(64)]));
}

/** What the server writes down of an example's calendar that it did not fetch. */
export function isRefusedFeed(logged: string): boolean {
  return /^calendar of (no address|[\w.[\]:]+): feed-refused/.test(logged);
}
