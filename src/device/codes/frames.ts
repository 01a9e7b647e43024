// What one code on a screen says: which bytes it is of, which piece of them, and the piece. Nothing of it is secret or needs to be:
// the bytes are sealed parcels, and whoever films the screen has sealed parcels.

import { sha256 } from '@noble/hashes/sha2.js';
import { base45, bytesFromBase45 } from './base45.ts';
import { blocksOf, createCollector, type Collector, pieceOf } from './fountain.ts';

/** Codes that are not ours (a shop's in the picture) do not begin so. */
const mark = 0x57;
/** Mark, id of the bytes (4), their number (3), which piece (3). */
const headBytes = 11;

/**
 * Bytes of one code, head included. The plain ones are codes of version 20 with the weakest correction, 97 modules wide; the coarse ones
 * of version 11, 61 wide, for a weak camera or a bright sun. tests/device/codes/reading.test.ts has read both, blurred and lost.
 */
export const frameSizes = { plain: 830, coarse: 310 } as const;
export type FrameSize = keyof typeof frameSizes;

/** For uqr. What is sealed looks random: no mask is better than another, and trying all eight would cost an old tablet its pace. */
export const codeOptions = { ecc: 'L', border: 4, maskPattern: 0 } as const;

/** More is for a file: somebody would hold two tablets for minutes. */
export const mostBytesInCodes = 400_000;

export interface Frames {
  /** After so many, each byte has been shown once. */
  readonly once: number;
  readonly frame: (number: number) => string;
}

export function framesOf(bytes: Uint8Array, size: FrameSize = 'plain'): Frames {
  const block = frameSizes[size] - headBytes;
  const id = idOf(bytes);
  return {
    once: blocksOf({ size: bytes.length, block }),
    frame: (number) => {
      const frame = new Uint8Array(headBytes + block);
      frame.set([mark, ...id, ...inThree(bytes.length), ...inThree(number)]);
      frame.set(pieceOf(bytes, block, number), headBytes);
      return base45(frame);
    },
  };
}

export interface Watcher {
  /** False: not a frame of ours, or of other bytes than those being collected. */
  readonly see: (text: string) => boolean;
  /** From 0 to 1. */
  readonly progress: () => number;
  /** The bytes, whole and checked; null while some are missing. */
  readonly bytes: () => Uint8Array<ArrayBuffer> | null;
}

/** Collects what the first frame began; frames of something else begin anew when three in a row say so. */
export function createWatcher(): Watcher {
  const state = { row: '', others: 0, head: null as Frame | null, collector: null as Collector | null, whole: null as Bytes | null };
  const begin = (frame: Frame) => {
    const shape = { size: frame.size, block: frame.piece.length };
    Object.assign(state, { row: frame.row, others: 0, head: frame, collector: createCollector(shape), whole: null });
  };
  return {
    see: (text) => {
      const frame = readFrame(text);
      if (frame === null) return false;
      if (state.head === null) begin(frame);
      if (frame.row !== state.row) {
        state.others += 1;
        if (state.others < 3) return false;
        begin(frame);
      }
      state.others = 0;
      if (state.whole !== null) return true;
      state.collector?.add(frame.number, frame.piece);
      const bytes = state.collector?.bytes() ?? null;
      // One that was read wrongly spoils all: then everything is collected once more.
      if (bytes !== null && rowOf(idOf(bytes), bytes.length, frame.piece.length) !== state.row) begin(frame);
      else state.whole = bytes;
      return true;
    },
    progress: () => {
      const { head, collector } = state;
      return head === null || collector === null ? 0 : collector.known() / blocksOf({ size: head.size, block: head.piece.length });
    },
    bytes: () => state.whole,
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

interface Frame {
  /** Names the bytes and how they are cut. */
  readonly row: string;
  readonly size: number;
  readonly number: number;
  readonly piece: Uint8Array;
}

function readFrame(text: string): Frame | null {
  const all = bytesFromBase45(text);
  if (all === null || all.length <= headBytes || all[0] !== mark) return null;
  const size = ofThree(all.subarray(5, 8));
  if (size === 0 || size > mostBytesInCodes) return null;
  const piece = all.subarray(headBytes);
  return { row: rowOf(all.subarray(1, 5), size, piece.length), size, number: ofThree(all.subarray(8, 11)), piece };
}

function rowOf(id: Uint8Array, size: number, block: number): string {
  return [...id, size, block].join(' ');
}

function idOf(bytes: Uint8Array): Uint8Array {
  return sha256(bytes).subarray(0, 4);
}

/** The highest byte first. */
function inThree(value: number): readonly number[] {
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function ofThree([a = 0, b = 0, c = 0]: Uint8Array): number {
  return a * 65_536 + b * 256 + c;
}
