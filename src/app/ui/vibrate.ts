// A short buzz under the thumb, where the device has one. iOS and desktops do not; nothing depends on it.

export function vibrate(milliseconds: number): void {
  if ('vibrate' in navigator) navigator.vibrate(milliseconds);
}
