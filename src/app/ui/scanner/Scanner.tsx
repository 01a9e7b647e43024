// The camera's picture, looked at several times a second for a code. Pictures never leave this part: nothing is stored or sent.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Notice } from '../feedback/Notice.tsx';
import { vibrate } from '../vibrate.ts';
import { type CodeFormat, createDecoder } from './decoder.ts';
import css from './scanner.module.css';

export interface ScannerWords {
  readonly starting: string;
  /** What to do: "Hold the code in the frame". */
  readonly aim: string;
  readonly picture: string;
  readonly noCamera: string;
  readonly refused: string;
  readonly cannotDecode: string;
}

export interface ScannerProps {
  readonly formats: readonly CodeFormat[];
  readonly words: ScannerWords;
  /** Called once for each code held up; again for the same one only after it was gone for a moment. */
  readonly onFound: (code: string) => void;
}

type State = 'starting' | 'looking' | 'noCamera' | 'refused' | 'cannotDecode';

/** Between two looks: quick enough to feel immediate, slow enough for an old tablet. */
const pause = 120;
/** A code not seen for this long counts as gone. */
const gone = 2_000;

export function Scanner({ formats, words, onFound }: ScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onFound);
  found.current = onFound;
  const [state, setState] = useState<State>('starting');
  const wanted = formats.join(' ');

  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    void look(signal);
    return () => stopping.abort();

    async function look(stopped: AbortSignal): Promise<void> {
      const stream = await openCamera();
      if (typeof stream === 'string') return show(stream);
      const stop = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      stopped.addEventListener('abort', stop);
      const element = video.current;
      if (stopped.aborted || element === null) return stop();
      element.srcObject = stream;
      try {
        await element.play();
        const decode = await createDecoder(formats);
        show('looking');
        await watch(element, decode, stopped);
      } catch {
        show('cannotDecode'); // the decoder's wasm is not on this device yet, or the picture cannot be read
      }
    }

    async function watch(element: HTMLVideoElement, decode: (picture: HTMLVideoElement) => Promise<string | null>, stopped: AbortSignal) {
      let last = { code: '', at: 0 };
      while (!stopped.aborted) {
        const code = element.readyState >= element.HAVE_CURRENT_DATA ? await decode(element) : null;
        if (stopped.aborted) return;
        const now = performance.now();
        if (code !== null) {
          if (code !== last.code || now - last.at > gone) {
            vibrate(40);
            found.current(code);
          }
          last = { code, at: now };
        }
        await new Promise((resume) => setTimeout(resume, pause));
      }
    }

    function show(next: State): void {
      if (!signal.aborted) setState(next);
    }
  }, [wanted]);

  const failed = state === 'noCamera' || state === 'refused' || state === 'cannotDecode';
  return (
    <div class={css.scanner}>
      {failed ? (
        <Notice tone="warning" title={words[state]} announce />
      ) : (
        <>
          <div class={css.frame}>
            <video ref={video} class={css.picture} playsInline muted aria-label={words.picture} />
            <span class={css.aim} aria-hidden="true" />
          </div>
          <p role="status">{state === 'starting' ? words.starting : words.aim}</p>
        </>
      )}
    </div>
  );
}

async function openCamera(): Promise<MediaStream | 'noCamera' | 'refused'> {
  if (!('mediaDevices' in navigator)) return 'noCamera';
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'noCamera';
  }
}
