// Whether what was drawn can be a name: a tap, or a line as short as a fingertip, is not.

/** Of the box of 600 x 200: about a fifth of its width, in all strokes together. */
const shortest = 120;

/** `path` as the signature box draws it: M and L with whole numbers. */
export function isSignature(path: string): boolean {
  return lengthOf(path) >= shortest;
}

function lengthOf(path: string): number {
  let [length, x, y] = [0, 0, 0];
  for (const [, command, toX, toY] of path.matchAll(/([ML])(\d+) (\d+)/g)) {
    if (command === 'L') length += Math.hypot(Number(toX) - x, Number(toY) - y);
    [x, y] = [Number(toX), Number(toY)];
  }
  return length;
}
