// Looks at a moving picture again and again and tells each code once.

import { isWeak } from './code-formats.ts';
import type { Decoder, Picture } from './decoder.ts';

export interface Watching {
  readonly picture: Picture;
  readonly decoder: Pick<Decoder, 'read'>;
  readonly stopped: AbortSignal;
  readonly onFound: (code: string) => void;
  readonly now?: () => number;
  readonly rest?: () => Promise<unknown>;
}

/** Between two looks: quick enough to feel immediate, slow enough for an old tablet. */
const pause = 100;
/** A code not seen for this long counts as gone. */
const gone = 2_000;

/** Rejects when the decoder does. */
export async function watchPicture(watching: Watching): Promise<void> {
  const { picture, decoder, stopped, onFound, now = () => performance.now() } = watching;
  const rest = watching.rest ?? (() => new Promise((resume) => setTimeout(resume, pause)));
  let told = { code: '', at: 0 };
  let before = '';
  while (!stopped.aborted) {
    const found = isThere(picture) ? await decoder.read(picture) : null;
    if (stopped.aborted) return;
    if (found !== null) {
      const { text: code } = found;
      const sure = !isWeak(found) || code === before;
      before = code;
      if (code === told.code && now() - told.at <= gone) told = { code, at: now() };
      else if (sure) {
        told = { code, at: now() };
        onFound(code);
      }
    }
    await rest();
  }
}

function isThere(picture: Picture): boolean {
  return !(picture instanceof HTMLVideoElement) || (picture.readyState >= picture.HAVE_CURRENT_DATA && picture.videoWidth > 0);
}
