// What `npm test` says at its end. Programs read the last line: it is "N passed, N failed" and nothing else.

export function lastLines({ passed, failed, skipped }) {
  return [...(skipped > 0 ? [`${skipped} skipped`] : []), `${passed} passed, ${failed} failed`];
}
