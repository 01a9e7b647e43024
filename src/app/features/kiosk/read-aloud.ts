// A voice of this device for a language. Haitian Creole is read by a Haitian voice or not at all: a French one would not be understood.

import type { Language } from '../../../domain/shapes.ts';

export function voiceFor(voices: readonly SpeechSynthesisVoice[], language: Language): SpeechSynthesisVoice | null {
  const [spoken = ''] = language.toLowerCase().split('-');
  const fitting = voices.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === spoken);
  // A voice of the device itself works without a network, and sends nothing anywhere.
  const local = fitting.filter((voice) => voice.localService);
  return local.find((voice) => voice.lang.replace('_', '-').toLowerCase() === language.toLowerCase()) ?? local[0] ?? null;
}

const spoken = 'h1, h2, h3, p, legend, label, dt, button:not([aria-disabled="true"])';

/**
 * What a step says of itself, in the order of the page: its question, hints, choices and buttons; nothing that was typed (`data-typed`),
 * since others stand near. A heading with somebody's name says how it is spoken (`data-spoken`). The buttons above the question, which lead
 * away from it, come last; `own`, the button that reads, not at all.
 */
export function wordsOf(step: Element, own: Element | null): string {
  const parts = [...step.querySelectorAll(spoken)].filter((part) => part !== own && part.closest('[data-typed]') === null);
  const heading = step.querySelector('h1');
  const isAbove = (part: Element) =>
    part.matches('button') && heading !== null && (part.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const seen = new Set<string>();
  return [...parts.filter((part) => !isAbove(part)), ...parts.filter(isAbove)]
    .flatMap((part) => {
      const said = withoutTyped(part);
      if (said === '' || seen.has(said)) return [];
      seen.add(said);
      return part.getAttribute('data-spoken') ?? said;
    })
    .join('. ');
}

function withoutTyped(part: Element): string {
  const typed = [...part.querySelectorAll('[data-typed]')].map((one) => one.textContent ?? '');
  return typed.reduce((said, one) => said.replace(one, ''), part.textContent ?? '').trim();
}
