// The camera: opened, chosen, lit. What stands in the way is said by a name the screen has words for.

export type CameraProblem = 'noCamera' | 'refused' | 'inUse';

export interface CameraChoice {
  readonly id: string;
  /** As the device calls it; '' where it does not say. */
  readonly name: string;
}

/** The camera a person chose on this page, for the next scan. */
const chosen: { id: string | null } = { id: null };

export function rememberCamera(id: string): void {
  chosen.id = id;
}

/** The one chosen before, else one that looks away from the person. */
export async function openCamera(): Promise<MediaStream | CameraProblem> {
  if (!('mediaDevices' in navigator)) return 'noCamera'; // plain http, or a browser without
  const size = { width: { ideal: 1280 }, height: { ideal: 960 } };
  const behind = { ...size, facingMode: 'environment' };
  try {
    if (chosen.id === null) return await navigator.mediaDevices.getUserMedia({ video: behind, audio: false });
    return await navigator.mediaDevices.getUserMedia({ video: { ...size, deviceId: { exact: chosen.id } }, audio: false });
  } catch (error) {
    const name = error instanceof DOMException || error instanceof Error ? error.name : '';
    if (name === 'OverconstrainedError' && chosen.id !== null) {
      chosen.id = null; // it was unplugged
      return openCamera();
    }
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
    return name === 'NotReadableError' || name === 'AbortError' ? 'inUse' : 'noCamera';
  }
}

/** Names are told only once a camera is allowed. */
export async function cameras(): Promise<readonly CameraChoice[]> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  } catch {
    return []; // then there is nothing to choose; the open camera goes on
  }
}

/** A lamp beside the camera; TypeScript's library does not know it, and most desktops have none. */
export function hasTorch(track: MediaStreamTrack | undefined): track is MediaStreamTrack {
  const able = track !== undefined && 'getCapabilities' in track ? track.getCapabilities() : {};
  return 'torch' in able && able.torch === true;
}

export async function light(track: MediaStreamTrack, on: boolean): Promise<boolean> {
  const torch: MediaTrackConstraintSet & { readonly torch: boolean } = { torch: on };
  try {
    await track.applyConstraints({ advanced: [torch] });
    return on;
  } catch {
    return !on; // the lamp is hot, or the battery low: it stays as it was
  }
}
