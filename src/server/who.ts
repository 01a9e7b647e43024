// Who asks: the device by its cookie, the coordinator by the account signed in. Secrets are compared by their hash only.

import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Action, type Level, may } from '../domain/may.ts';
import { failed, ok, type Result } from '../domain/problem.ts';
import { longId, type RandomBytes } from '../protocol/ids.ts';
import type { Config } from './config.ts';
import type { Services } from './services.ts';
import type { Device } from './storage/storage.ts';

/** Who acts for a library: an enrolled device, or a coordinator signed in on any browser. */
export interface Actor {
  readonly library: string;
  readonly level: Level;
  readonly account: string | null;
}

/** Problem: not-enrolled. A revoked device is found too: what it may still do is the caller's question. */
export async function deviceOf(c: Context, { config, storage }: Pick<Services, 'config' | 'storage'>): Promise<Result<Device>> {
  const secret = getCookie(c, cookieName(config));
  const device = secret === undefined ? null : await storage.devices.bySecret(secretHash(secret));
  return device === null ? failed('not-enrolled') : ok(device);
}

/** Problems: not-enrolled, device-revoked, not-allowed. */
export async function actorWho(c: Context, services: Services, action: Action): Promise<Result<Actor>> {
  const signedIn = await services.accounts.whoIs(c.req.raw.headers);
  const member = signedIn === null ? null : await services.storage.libraries.member(signedIn.account);
  if (member !== null && may(member.level, action)) return ok(member);
  const device = await deviceOf(c, services);
  if (!device.ok) return device;
  if (device.value.revoked) return failed('device-revoked');
  if (!may(device.value.level, action)) return failed('not-allowed');
  return ok({ library: device.value.library, level: device.value.level, account: null });
}

/** 256 random bits for a device's cookie, and the hash that is stored. */
export function freshSecret(random: RandomBytes): { readonly secret: string; readonly secretHash: string } {
  const secret = longId(random) + longId(random);
  return { secret, secretHash: secretHash(secret) };
}

/** [S26] 400 days are the most a browser keeps a cookie; each pull sets it again, so that a device in use never loses it. */
export function setDeviceCookie(c: Context, config: Config, secret: string): void {
  setCookie(c, cookieName(config), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(config),
    maxAge: 400 * 86_400,
  });
}

export function renewDeviceCookie(c: Context, config: Config): void {
  const secret = getCookie(c, cookieName(config));
  if (secret !== undefined) setDeviceCookie(c, config, secret);
}

export function isSecure({ publicUrl }: Config): boolean {
  return publicUrl?.startsWith('https:') === true;
}

function cookieName(config: Config): string {
  return isSecure(config) ? '__Host-wayside-device' : 'wayside-device';
}

function secretHash(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
