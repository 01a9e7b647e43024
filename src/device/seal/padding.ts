// ISO/IEC 7816-4 padding to whole blocks: one byte 0x80, then zeros. The length of an envelope then says which block, not how long a name is.

export const paddingBlock = 256;

export function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const filled = new Uint8Array(Math.ceil((bytes.length + 1) / paddingBlock) * paddingBlock);
  filled.set(bytes);
  filled[bytes.length] = 0x80;
  return filled;
}

/** The bytes that were padded; null when there is no padding, so that nobody reads half a record as a whole one. */
export function unpadded(bytes: Uint8Array): Uint8Array | null {
  const end = bytes.findLastIndex((byte) => byte !== 0);
  return end >= 0 && bytes[end] === 0x80 ? bytes.subarray(0, end) : null;
}
