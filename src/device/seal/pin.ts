// A PIN as it is kept: PBKDF2-HMAC-SHA-256 of it. A gate on a screen, no secret: who has the disk has soon tried all there are. The
// rounds only keep the digits themselves, which people use elsewhere too, out of what is stored and sent.

import type { PinHash } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { base64url, bytesFromBase64url } from '../../protocol/hash.ts';
import type { RandomBytes } from '../../protocol/ids.ts';

/** About 0.1 s on a cheap tablet, and a kiosk may have to try the PINs of twenty people. */
const rounds = 100_000;

/** 4 to 6 digits, however the keyboard writes them. Problem: input-invalid (`field` pin). */
export function readPin(typed: string): Result<string> {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  return /^[0-9]{4,6}$/.test(digits) ? ok(digits) : failed('input-invalid', { field: 'pin' });
}

/** `pin` as readPin gave it. */
export async function hashPin(pin: string, random: RandomBytes): Promise<PinHash> {
  const salt = Uint8Array.from(random(16));
  return { salt: base64url(salt), iterations: rounds, hash: await stretched(pin, salt, rounds) };
}

export async function pinFits(pin: string, { salt, iterations, hash }: PinHash): Promise<boolean> {
  const bytes = bytesFromBase64url(salt);
  return bytes !== null && (await stretched(pin, bytes, iterations)) === hash;
}

async function stretched(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  const readable = false;
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', readable, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, 256);
  return base64url(new Uint8Array(bits));
}
