// Why this device must not be handed to the public yet: what visitors save could be lost, or not be sealed.

export type Hindrance = 'storage' | 'private' | 'ios' | 'key' | 'session';

export interface Fitness {
  /** As the browser says; null when it says nothing. */
  readonly persisted: boolean | null;
  /** Bytes; null when the browser does not say. */
  readonly quota: number | null;
  /** An Apple phone or tablet, and whether Wayside runs as an installed app there. */
  readonly ios: boolean;
  readonly installed: boolean;
  readonly hasKey: boolean;
  readonly sessionOpen: boolean;
}

/** Private windows give a small part of memory; ordinary ones a part of the disk. No browser says which it is, so this is a guess, and only
 * names the reason: storage that is not persistent is refused in any case. A private window that says a large quota is told of under
 * 'storage', beside the other causes. */
const smallQuota = 120_000_000;

export function hindrancesOf({ persisted, quota, ios, installed, hasKey, sessionOpen }: Fitness): readonly Hindrance[] {
  const found: Hindrance[] = [];
  if (ios && !installed) found.push('ios');
  else if (persisted !== true) found.push(quota !== null && quota < smallQuota ? 'private' : 'storage');
  if (!hasKey) found.push('key');
  if (!sessionOpen) found.push('session');
  return found;
}

/** iPadOS calls itself a Mac; a Mac has no touch screen. */
export function isIos({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/** From the home screen, or installed: `standalone` is Safari's own word for it. */
export function isInstalled(nav: object, matches: (query: string) => boolean): boolean {
  return ('standalone' in nav && nav.standalone === true) || matches('(display-mode: standalone)') || matches('(display-mode: fullscreen)');
}
