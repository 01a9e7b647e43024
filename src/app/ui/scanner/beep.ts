// A short soft tone for "read", for a table where the other hand holds a book. Browsers allow it after a tap; nothing depends on it.

const state: { context: AudioContext | null } = { context: null };

export function beep(): void {
  try {
    state.context ??= new AudioContext();
    const { context } = state;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.08, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.12);
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.12);
  } catch {
    // No sound here: the buzz, the words and the screen reader say it as well.
  }
}
