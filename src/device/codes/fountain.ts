// A fountain code: bytes as an endless row of equal pieces, of which any few more than it takes are enough, in any order. The first ones
// are the bytes themselves; each later one is the exclusive or of a random half of them, known from its number alone. Collected by
// Gaussian elimination, which needs about two pieces more than there are blocks (an LT code's cheaper decoding would need a tenth to a
// third more, and at these sizes every piece is a tenth of a second of somebody holding a tablet still).

/** Of one row of pieces: its bytes in all, and those of one piece. */
export interface Shape {
  readonly size: number;
  readonly block: number;
}

export function blocksOf({ size, block }: Shape): number {
  return Math.max(1, Math.ceil(size / block));
}

/** The piece of this number, from 0 on. */
export function pieceOf(bytes: Uint8Array, block: number, number: number): Uint8Array<ArrayBuffer> {
  const shape = { size: bytes.length, block };
  const piece = new Uint8Array(block);
  for (const at of partsOf(shape, number)) xor(piece, bytes.subarray(at * block, (at + 1) * block));
  return piece;
}

export interface Collector {
  /** A piece a second time, or one that says nothing new, changes nothing. */
  readonly add: (number: number, piece: Uint8Array) => void;
  /** Blocks' worth of what is known, up to `blocksOf`. */
  readonly known: () => number;
  /** All bytes; null while some are missing. */
  readonly bytes: () => Uint8Array<ArrayBuffer> | null;
}

interface Row {
  /** One bit a block. */
  readonly parts: Uint32Array;
  readonly data: Uint8Array;
}

export function createCollector(shape: Shape): Collector {
  const blocks = blocksOf(shape);
  /** By the first block in it that no row above has first. */
  const rows = new Map<number, Row>();
  return {
    add: (number, piece) => {
      if (piece.length !== shape.block || rows.size === blocks) return;
      const row: Row = { parts: new Uint32Array(Math.ceil(blocks / 32)), data: Uint8Array.from(piece) };
      for (const at of partsOf(shape, number)) flip(row.parts, at);
      for (let first = firstOf(row.parts); first !== null; first = firstOf(row.parts)) {
        const above = rows.get(first);
        if (above === undefined) {
          rows.set(first, row);
          return;
        }
        add(row, above);
      }
    },
    known: () => rows.size,
    bytes: () => {
      if (rows.size < blocks) return null;
      const all = new Uint8Array(blocks * shape.block);
      for (let at = blocks - 1; at >= 0; at--) {
        const row = rows.get(at);
        if (row === undefined) return null;
        for (let later = at + 1; later < blocks; later++) {
          const below = has(row.parts, later) ? rows.get(later) : undefined;
          if (below !== undefined) add(row, below);
        }
        all.set(row.data, at * shape.block);
      }
      return all.slice(0, shape.size);
    },
  };
}

/** Which blocks are in a piece. Later ones draw each block with a half's chance; one that drew none has the block its number falls on. */
function partsOf(shape: Shape, number: number): readonly number[] {
  const blocks = blocksOf(shape);
  if (number < blocks) return [number];
  const drawn: number[] = [];
  let state = (Math.imul(number, 0x9e3779b1) ^ shape.size) >>> 0;
  for (let at = 0; at < blocks; at += 32) {
    state = next(state);
    const bits = mixed(state);
    for (let bit = 0; bit < 32 && at + bit < blocks; bit++) if ((bits >>> bit) & 1) drawn.push(at + bit);
  }
  return drawn.length === 0 ? [number % blocks] : drawn;
}

/** mulberry32: the same on both sides for ever, as every device must draw the same. */
function next(state: number): number {
  return (state + 0x6d2b79f5) >>> 0;
}

function mixed(state: number): number {
  let one = Math.imul(state ^ (state >>> 15), 1 | state);
  one = (one + Math.imul(one ^ (one >>> 7), 61 | one)) ^ one;
  return (one ^ (one >>> 14)) >>> 0;
}

function add(row: Row, other: Row): void {
  for (let at = 0; at < row.parts.length; at++) row.parts[at] = (row.parts[at] ?? 0) ^ (other.parts[at] ?? 0);
  xor(row.data, other.data);
}

function xor(into: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < other.length; at++) into[at] = (into[at] ?? 0) ^ (other[at] ?? 0);
}

function flip(parts: Uint32Array, at: number): void {
  parts[at >>> 5] = (parts[at >>> 5] ?? 0) ^ (1 << (at & 31));
}

function has(parts: Uint32Array, at: number): boolean {
  return (((parts[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

function firstOf(parts: Uint32Array): number | null {
  for (let at = 0; at < parts.length; at++) {
    const word = parts[at] ?? 0;
    if (word !== 0) return at * 32 + (31 - Math.clz32(word & -word));
  }
  return null;
}
