// A voice of this device for a language. Haitian Creole is read by a Haitian voice or not at all: a French one would not be understood.

import type { Language } from '../../../domain/shapes.ts';

export function voiceFor(voices: readonly SpeechSynthesisVoice[], language: Language): SpeechSynthesisVoice | null {
  const [spoken = ''] = language.toLowerCase().split('-');
  const fitting = voices.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === spoken);
  // A voice of the device itself works without a network, and sends nothing anywhere.
  const local = fitting.filter((voice) => voice.localService);
  return local.find((voice) => voice.lang.replace('_', '-').toLowerCase() === language.toLowerCase()) ?? local[0] ?? null;
}

/** What a step says of itself: its question, hints and choices; nothing that was typed. */
export function wordsOf(step: Element): string {
  const parts = [...step.querySelectorAll('h1, p, legend, label')].filter((part) => part.closest('[data-typed]') === null);
  return parts
    .map((part) => part.textContent?.trim() ?? '')
    .filter((said, at, all) => said !== '' && all.indexOf(said) === at)
    .join('. ');
}
