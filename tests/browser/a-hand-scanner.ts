// A hand scanner that plays keyboard.

/** Keys far quicker than fingers, to whatever has the focus. */
export function scan(code: string): void {
  const clock = { now: performance.now() + 1_000 };
  for (const key of [...code, 'Enter']) {
    clock.now += 8;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: clock.now });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }
}
