// Reads the question on the screen to the visitor, where this device has a voice for the language. It falls silent with the screen.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { voiceFor, wordsOf } from './read-aloud.ts';

export interface ReadAloudProps {
  readonly speech: SpeechSynthesis | undefined;
  /** What is read; called at the tap. */
  readonly step: () => Element | null;
  /** While it reads, and as it ends: whoever listens is there, and touches nothing. */
  readonly onHeard?: (() => void) | undefined;
}

export function ReadAloud({ speech, step, onHeard }: ReadAloudProps) {
  const { text } = useApp();
  const { aloud } = text.kiosk;
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  const own = useRef<HTMLButtonElement>(null);
  const [speaking, setSpeaking] = useState(false);

  useEffect(() => {
    if (speech === undefined) return undefined;
    // Some browsers know their voices only after a while.
    const look = () => setVoice(voiceFor(speech.getVoices(), text.language));
    look();
    speech.addEventListener('voiceschanged', look);
    return () => speech.removeEventListener('voiceschanged', look);
  }, [speech, text.language]);

  useEffect(() => () => speech?.cancel(), [speech]);

  if (speech === undefined || voice === null) return null;

  function read(from: SpeechSynthesis, by: SpeechSynthesisVoice): void {
    const element = step();
    if (element === null) return;
    from.cancel();
    const said = new SpeechSynthesisUtterance(wordsOf(element, own.current));
    said.voice = by;
    said.lang = by.lang;
    said.rate = 0.95;
    said.onboundary = () => onHeard?.();
    said.onend = () => {
      setSpeaking(false);
      onHeard?.();
    };
    said.onerror = () => setSpeaking(false);
    setSpeaking(true);
    from.speak(said);
  }

  return speaking ? (
    <Button
      icon="close"
      onClick={() => {
        speech.cancel();
        setSpeaking(false);
      }}
    >
      {aloud.stop}
    </Button>
  ) : (
    <Button buttonRef={own} icon="aloud" onClick={() => read(speech, voice)}>
      {aloud.read}
    </Button>
  );
}
