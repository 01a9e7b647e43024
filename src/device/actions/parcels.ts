// What a person does where there is no network: packs what is unsent for another device to carry, and takes in what another one packed.
// Made by the screens that need it, so that Today does not wait for it.

import { failed, ok, type Result } from '../../domain/problem.ts';
import { base64url, bytesFromBase64url } from '../../protocol/hash.ts';
import { joined, mostBytesPerParcel, type Parcel, readParcels } from '../../protocol/parcel.ts';
import { mostFactsPerPush } from '../../protocol/version.ts';
import { isAsMade, sealParcel } from '../seal/parcel.ts';
import { instantOf } from '../store/make-fact.ts';
import { carriedParcels, dropParcel, keepParcels, markParcel, unsentTexts } from '../store/parcels.ts';
import { read } from '../store/read.ts';
import type { Rescued } from '../store/rescue-file.ts';
import { self } from '../store/self.ts';
import { parcelKeys } from '../sync/parcels.ts';
import type { ActionContext } from './capture.ts';

export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For a file. */
  readonly name: string;
  /** Facts within; of them, those this device itself carries for others. */
  readonly count: number;
  readonly carried: number;
}

export interface TakenIn {
  readonly added: number;
  readonly known: number;
  /** Something of it could not be used: cut short, changed, or of another library. */
  readonly damaged: boolean;
  /** Devices that made what was taken. */
  readonly makers: readonly string[];
}

export interface PackedFile {
  readonly text: string;
  readonly name: string;
  readonly count: number;
  /** False: this device has no keys for parcels yet; it is a rescue file of the first kind, with only contact details sealed. */
  readonly sealed: boolean;
}

/** Of a file, with `sealed` false, what it held is this device's to deliver from now on, and can be seen here. */
export type TakenFile = ({ readonly sealed: true } & TakenIn) | ({ readonly sealed: false } & Rescued);

/** Text survives mail, messengers and the share sheets that refuse unknown sorts of files. */
const fileMark = 'wayside-parcels:';

export function parcelActions({ store, saved }: ActionContext) {
  async function pack(): Promise<Result<Packed>> {
    const found = await read(store, () => Promise.all([self(store), parcelKeys(store), unsentTexts(store), carriedParcels(store)]));
    if (!found.ok) return found;
    const [{ identity }, keys, texts, carried] = found.value;
    if (identity === null) return failed('not-enrolled');
    if (keys === null) return failed('parcel-keys-missing');
    const made = instantOf(store.ports.now());
    const { library, device, incarnation } = identity;
    const own: Uint8Array[] = [];
    for (const part of inParcels(texts)) own.push(await sealParcel(keys, { library, device, incarnation, made, texts: part }));
    const carriedCount = carried.reduce((sum, { count }) => sum + count, 0);
    return ok({
      bytes: joined([...own, ...carried.map(({ bytes }) => bytes)]),
      name: `wayside-${made.slice(0, 10)}-${device.slice(0, 6)}.txt`,
      count: texts.length + carriedCount,
      carried: carriedCount,
    });
  }

  async function takeIn(bytes: Uint8Array): Promise<Result<TakenIn>> {
    const { identity } = await self(store);
    if (identity === null) return failed('not-enrolled');
    const { parcels, damaged } = readParcels(bytes);
    const ours = parcels.filter(({ head }) => head.library === identity.library);
    const whole: Parcel[] = [];
    for (const one of ours) if (await isAsMade(one)) whole.push(one);
    if (whole.length === 0) {
      if (parcels.length === 0) return failed('parcel-unreadable');
      return failed(ours.length === 0 ? 'parcel-other-library' : 'parcel-altered');
    }
    const kept = await keepParcels(store, whole);
    if (!kept.ok) return kept;
    if (kept.value.added > 0) saved();
    const makers = [...new Set(whole.map(({ head }) => head.device))];
    return ok({ ...kept.value, damaged: damaged || whole.length < parcels.length, makers });
  }
  return {
    /** Everything unsent, and what is carried. Problems: not-enrolled, parcel-keys-missing. */
    pack,

    /** From a file or from codes; a second time adds nothing. Problems: not-enrolled, parcel-unreadable, parcel-altered, parcel-other-library. */
    takeIn,

    /** As `pack`, as a text; without keys, as a rescue file of the first kind. Problem: not-enrolled. */
    packFile: async (): Promise<Result<PackedFile>> => {
      const packed = await pack();
      if (packed.ok) {
        const { bytes, name, count } = packed.value;
        return ok({ text: fileMark + base64url(bytes), name, count, sealed: true });
      }
      if (packed.problem.code !== 'parcel-keys-missing') return packed;
      const { exportRescueFile } = await import('../store/rescue-file.ts');
      const plain = await read(store, () => exportRescueFile(store));
      if (!plain.ok) return plain;
      return plain.value.ok ? ok({ ...plain.value.value, sealed: false }) : plain.value;
    },

    /** Either kind of file. Problems: those of `takeIn`, rescue-file-unreadable, rescue-file-other-library. */
    takeFile: async (text: string): Promise<Result<TakenFile>> => {
      const plain = text.replace(/\s+/g, '');
      if (plain.startsWith(fileMark)) {
        const bytes = bytesFromBase64url(plain.slice(fileMark.length));
        const taken = bytes === null ? failed('parcel-unreadable') : await takeIn(bytes);
        return taken.ok ? ok({ ...taken.value, sealed: true }) : taken;
      }
      const { importRescueFile } = await import('../store/rescue-file.ts');
      const found = await read(store, () => importRescueFile(store, text));
      const rescued = found.ok ? found.value : found;
      if (!rescued.ok) return rescued;
      if (rescued.value.added > 0) saved();
      return ok({ ...rescued.value, sealed: false });
    },

    /** A parcel the server refused is brought once more. */
    bringAgain: async (id: string): Promise<Result<null>> => {
      const marked = await markParcel(store, id, null);
      if (marked.ok) saved();
      return marked;
    },

    /** Given up by a person who was told that it may be the only copy. */
    giveUp: (id: string): Promise<Result<null>> => dropParcel(store, id),
  };
}

/** In their order, each part as many as one parcel may hold. */
function inParcels(texts: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let size = 0;
  for (const text of texts) {
    const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
    const last = parts.at(-1);
    if (last === undefined || last.length >= mostFactsPerPush || size + bytes > mostBytesPerParcel) {
      parts.push([text]);
      size = bytes;
    } else {
      last.push(text);
      size += bytes;
    }
  }
  return parts;
}
