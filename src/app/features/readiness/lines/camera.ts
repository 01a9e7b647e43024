// May the camera be used? Asked of the browser without opening it: a camera that comes on by itself frightens people.

import { good, type Line, note, todo, type Verdict } from '../line.ts';

type Word = 'allowed' | 'asks' | 'denied' | 'unknown';

export function cameraVerdict(permission: PermissionState | null): Verdict<Word> {
  if (permission === null) return note('unknown');
  return permission === 'granted' ? good('allowed') : permission === 'denied' ? todo('denied') : note('asks');
}

export const lookAtCamera: Line<Word> = async () => {
  try {
    return cameraVerdict((await navigator.permissions.query({ name: 'camera' })).state);
  } catch {
    return cameraVerdict(null); // Firefox and Safari do not know the question
  }
};
