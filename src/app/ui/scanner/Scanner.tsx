// The camera's picture, looked at several times a second for a code. Pictures never leave this part: nothing is stored or sent.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { Notice } from '../feedback/Notice.tsx';
import { SelectField } from '../form/SelectField.tsx';
import { vibrate } from '../vibrate.ts';
import { beep } from './beep.ts';
import { type CameraChoice, type CameraProblem, cameras, hasTorch, light, openCamera, rememberCamera } from './camera.ts';
import { type CodeFormat, plainCode } from './code-formats.ts';
import { createDecoder } from './decoder.ts';
import css from './scanner.module.css';
import { watchPicture } from './watch-picture.ts';

export interface ScannerWords {
  readonly starting: string;
  /** What to do: "Hold the code in the frame". */
  readonly aim: string;
  readonly picture: string;
  readonly read: (code: string) => string;
  readonly noCamera: string;
  readonly refused: string;
  readonly inUse: string;
  readonly cannotDecode: string;
  readonly tryAgain: string;
  readonly lightOn: string;
  readonly lightOff: string;
  readonly camera: string;
  readonly cameraNumber: (number: number) => string;
}

export interface ScannerProps {
  readonly formats: readonly CodeFormat[];
  readonly words: ScannerWords;
  /** Called once for each code held up; again for the same one only after it was gone for a moment. */
  readonly onFound: (code: string) => void;
  /** Codes follow each other on another screen: each is passed on at once, and nothing sounds or is read out. */
  readonly stream?: boolean;
}

type State = 'starting' | 'looking' | 'cannotDecode' | CameraProblem;

export function Scanner({ formats, words, onFound, stream: isStream = false }: ScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onFound);
  found.current = onFound;
  const [state, setState] = useState<State>('starting');
  const [last, setLast] = useState('');
  const [turn, setTurn] = useState(0);
  const [track, setTrack] = useState<MediaStreamTrack>();
  const [choices, setChoices] = useState<readonly CameraChoice[]>([]);
  const [lit, setLit] = useState(false);
  const wanted = formats.join(' ');

  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const show = (next: State) => {
      if (!signal.aborted) setState(next);
    };
    void look();
    return () => stopping.abort();

    async function look(): Promise<void> {
      show('starting');
      const stream = await openCamera();
      if (typeof stream === 'string') return show(stream);
      const stop = () => {
        for (const one of stream.getTracks()) one.stop();
      };
      signal.addEventListener('abort', stop);
      const element = video.current;
      if (signal.aborted || element === null) return stop();
      const [opened] = stream.getVideoTracks();
      // Taken away by the system, another app or a pulled plug.
      opened?.addEventListener('ended', () => show('inUse'));
      setTrack(opened);
      setLit(false);
      void cameras().then((known) => !signal.aborted && setChoices(known));
      element.srcObject = stream;
      try {
        await element.play();
        const decoder = await createDecoder(formats);
        signal.addEventListener('abort', decoder.close);
        if (signal.aborted) return decoder.close();
        show('looking');
        await watchPicture({ picture: element, decoder, stopped: signal, onFound: hear, ...(isStream ? { rest: shortRest } : {}) });
      } catch {
        show('cannotDecode'); // the reader is not on this device yet, or the picture cannot be read
        stop();
      }
    }

    function hear(code: string): void {
      if (!isStream) {
        vibrate(40);
        beep();
        setLast(plainCode(code));
      }
      // Letters that belong to bars in print belong to the content here.
      found.current(isStream ? code : plainCode(code));
    }
  }, [wanted, turn]);

  const problem = state === 'starting' || state === 'looking' ? null : state;
  return (
    <div class={css.scanner}>
      <div class={css.frame} hidden={problem !== null}>
        <video ref={video} class={css.picture} playsInline muted aria-label={words.picture} />
        <span class={css.aim} aria-hidden="true" />
      </div>
      {problem === null ? (
        <p role="status">{state === 'starting' ? words.starting : last === '' ? words.aim : words.read(last)}</p>
      ) : (
        <Notice
          tone="warning"
          title={words[problem]}
          announce
          actions={
            <Button icon="refresh" onClick={() => setTurn(turn + 1)}>
              {words.tryAgain}
            </Button>
          }
        />
      )}
      <div class={css.tools}>
        {problem === null && hasTorch(track) && (
          <Button icon="torch" onClick={() => void light(track, !lit).then(setLit)}>
            {lit ? words.lightOff : words.lightOn}
          </Button>
        )}
        {choices.length > 1 && (
          <SelectField
            name="camera"
            label={words.camera}
            value={track?.getSettings().deviceId ?? ''}
            options={choices.map(({ id, name }, place) => ({ value: id, label: name === '' ? words.cameraNumber(place + 1) : name }))}
            onInput={(id) => {
              rememberCamera(id);
              setTurn(turn + 1);
            }}
          />
        )}
      </div>
    </div>
  );
}

/** The picture has changed by then; the page has drawn. */
function shortRest(): Promise<unknown> {
  return new Promise((resume) => setTimeout(resume, 20));
}
