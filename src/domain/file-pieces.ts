// A file is cut into pieces of one size, so that a broken transfer goes on where it stopped.

export const pieceBytes = 524_288;

export function piecesOf(bytes: number): number {
  return Math.ceil(bytes / pieceBytes);
}

/** The bytes of piece `at`: all have the same size but the last. */
export function sizeOfPiece(bytes: number, at: number): number {
  return Math.max(0, Math.min(pieceBytes, bytes - at * pieceBytes));
}
