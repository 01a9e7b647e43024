// What a person does where there is no network: packs what is unsent for another device to carry, and takes in what another one packed.
// Made by the screens that need it, so that Today does not wait for it.

import { failed, ok, type Result } from '../../domain/problem.ts';
import { joined, looksLikeParcels, mostBytesPerParcel, type Parcel, readParcels } from '../../protocol/parcel.ts';
import { mostFactsPerPush } from '../../protocol/version.ts';
import { isAsMade, sealParcel } from '../seal/parcel.ts';
import { instantOf } from '../store/make-fact.ts';
import { carriedParcels, dropParcel, keepParcels, markParcel, unsentTexts } from '../store/parcels.ts';
import { read } from '../store/read.ts';
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

export function parcelActions({ store, saved }: ActionContext) {
  return {
    /** Everything unsent, and what is carried. Problems: not-enrolled, parcel-keys-missing. */
    pack: async (): Promise<Result<Packed>> => {
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
        name: `wayside-${made.slice(0, 10)}-${device.slice(0, 6)}.wayside`,
        count: texts.length + carriedCount,
        carried: carriedCount,
      });
    },

    /** From a file or from codes; a second time adds nothing. Problems: not-enrolled, parcel-unreadable, parcel-altered, parcel-other-library. */
    takeIn: async (bytes: Uint8Array): Promise<Result<TakenIn>> => {
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
    },

    isParcels: looksLikeParcels,

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
