// Enrolling devices: a coordinator asks for a one-time code, a device comes with it. [S26] [S27]

import { hash } from 'node:crypto';
import type { Context, Handler } from 'hono';
import type { Level } from '../../domain/may.ts';
import { type EnrollAnswer, enrollHereRequest, enrollRequest, type InviteAnswer, inviteRequest } from '../../protocol/access.ts';
import { enrollmentCode, longId, typedCode } from '../../protocol/ids.ts';
import { problemResponse } from '../problem-response.ts';
import { addressOf } from '../rate-limits.ts';
import { cleanName, readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import type { Enrolled } from '../storage/storage.ts';
import { actorWho, freshSecret, setDeviceCookie } from '../who.ts';

const codeLives = 10 * 60_000;
const partnerCodeLives = 7 * 86_400_000;

export function invite(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'devices.manage');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const body = await readBody(c, inviteRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const { library } = actor.value;
    const answer =
      body.value.role === 'partner'
        ? await makePartnerCode(services, library, body.value.partner)
        : await makeCode(services, library, body.value.role);
    return c.json(answer);
  };
}

/** A fresh one-time code; also what the command `enroll` prints. */
export function makeCode(
  services: Pick<Services, 'storage' | 'random' | 'now'>,
  library: string,
  level: 'coordinator' | 'staff' | 'kiosk',
): Promise<InviteAnswer> {
  return keepCode(services, enrollmentCode(services.random), codeLives, { library, level, partner: null });
}

/** [S27] Sent in a letter and followed days later: 100 random bits, a week. One that was not used yet works no more. */
function makePartnerCode(services: Services, library: string, partner: string): Promise<InviteAnswer> {
  const code = enrollmentCode(services.random) + enrollmentCode(services.random);
  return keepCode(services, code, partnerCodeLives, { library, level: 'partner', partner });
}

async function keepCode(
  { storage, now }: Pick<Services, 'storage' | 'now'>,
  code: string,
  lives: number,
  whose: { readonly library: string; readonly level: Level; readonly partner: string | null },
): Promise<InviteAnswer> {
  const at = new Date(now());
  const expiresAt = new Date(at.getTime() + lives);
  await storage.devices.invite({ ...whose, codeHash: codeHash(code), account: null, expiresAt, now: at });
  return { code, expiresAt: expiresAt.toISOString() };
}

export function enroll(services: Services): Handler {
  const { config, limits } = services;
  return async (c) => {
    const body = await readBody(c, enrollRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const address = addressOf(c, config);
    const allowed = limits.attempt('enroll', address);
    if (!allowed.ok) return problemResponse(c, allowed.problem);
    const { code, attempt, deviceName } = body.value;
    const response = await enrollWith(c, services, codeHash(typedCode(code)), { attempt, deviceName });
    if (response.ok) limits.succeeded('enroll', address);
    return response;
  };
}

/** Signing in is the invitation: each attempt is a code of its own. */
export function enrollHere(services: Services): Handler {
  const { accounts, storage, now } = services;
  return async (c) => {
    const signedIn = await accounts.whoIs(c.req.raw.headers);
    const member = signedIn === null ? null : await storage.libraries.member(signedIn.account);
    if (member === null) return problemResponse(c, { code: 'not-signed-in' });
    const body = await readBody(c, enrollHereRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const at = new Date(now());
    const code = codeHash(`here ${member.account} ${body.value.attempt}`);
    await storage.devices.invite({ ...member, partner: null, codeHash: code, expiresAt: new Date(at.getTime() + codeLives), now: at });
    return enrollWith(c, services, code, body.value);
  };
}

export function enrollAnswer({ identity }: Pick<Services, 'identity'>, { device, incarnation }: Enrolled): EnrollAnswer {
  return { server: { ...identity }, library: device.library, device: device.id, incarnation, level: device.level };
}

async function enrollWith(
  c: Context,
  services: Services,
  code: string,
  { attempt, deviceName }: { readonly attempt: string; readonly deviceName: string },
) {
  const { config, storage, random, now } = services;
  const { secret, secretHash } = freshSecret(random);
  const fresh = { device: longId(random), incarnation: longId(random) };
  const enrolled = await storage.devices.enroll(code, {
    attempt,
    deviceName: cleanName(deviceName),
    now: new Date(now()),
    fresh,
    secretHash,
  });
  if (!enrolled.ok) return problemResponse(c, enrolled.problem);
  setDeviceCookie(c, config, secret);
  return c.json({ ...enrollAnswer(services, enrolled.value), attempt });
}

function codeHash(code: string): string {
  return hash('sha256', code, 'base64url');
}
