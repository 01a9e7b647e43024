// Who may come in: hello, set-up of the first library, sign-in and sign-out, me.

import type { Handler } from 'hono';
import { type EnrollAnswer, type HelloAnswer, type MeAnswer, setupRequest, signInRequest } from '../../protocol/access.ts';
import { longId, typedCode } from '../../protocol/ids.ts';
import { protocolVersion } from '../../protocol/version.ts';
import { problemResponse } from '../problem-response.ts';
import { addressOf } from '../rate-limits.ts';
import { cleanName, readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import { deviceOf, freshSecret, renewDeviceCookie, setDeviceCookie } from '../who.ts';
import { enrollAnswer } from './enroll.ts';

export function hello(services: Services): Handler {
  const { storage, now, setupCode } = services;
  return async (c) => {
    const setUp = (await storage.libraries.list()).length > 0;
    const answer: HelloAnswer = {
      server: { ...services.identity },
      protocol: { oldest: protocolVersion, newest: protocolVersion },
      now: new Date(now()).toISOString(),
      setUp,
      setupCodeNeeded: !setUp && setupCode !== null,
    };
    return c.json(answer);
  };
}

/** Makes the first library, its coordinator's account and device. Died half-way: before the library exists set-up is simply done again, after that by signing in. */
export function setUp(services: Services): Handler {
  const { config, storage, accounts, limits, random, now, setupCode } = services;
  return async (c) => {
    const body = await readBody(c, setupRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const { code, coordinator, deviceName } = body.value;
    if ((await storage.libraries.list()).length > 0) return problemResponse(c, { code: 'already-set-up' });
    const address = addressOf(c, config);
    const allowed = limits.attempt('set-up', address);
    if (!allowed.ok) return problemResponse(c, allowed.problem);
    if (setupCode !== null && typedCode(code ?? '') !== setupCode) return problemResponse(c, { code: 'setup-code-needed' });

    const person = { ...coordinator, name: cleanName(coordinator.name) };
    const account = await accounts.put(person);
    const { secret, secretHash } = freshSecret(random);
    const fresh = { device: longId(random), incarnation: longId(random) };
    const enrolling = { attempt: fresh.device, deviceName: cleanName(deviceName), now: new Date(now()), fresh, secretHash };
    const enrolled = await storage.libraries.setUp(longId(random), account, enrolling);
    if (enrolled === null) return problemResponse(c, { code: 'already-set-up' });
    limits.succeeded('set-up', address);
    setDeviceCookie(c, config, secret);
    const session = await accounts.signIn(person.email, person.password);
    if (session.ok) addCookies(c, session.value.cookies);
    const answer: EnrollAnswer = enrollAnswer(services, enrolled);
    return c.json(answer);
  };
}

export function signIn({ config, storage, accounts, limits }: Services): Handler {
  return async (c) => {
    const body = await readBody(c, signInRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const address = addressOf(c, config);
    const allowed = limits.attempt('sign-in', address);
    if (!allowed.ok) return problemResponse(c, allowed.problem);
    const session = await accounts.signIn(body.value.email, body.value.password);
    if (!session.ok) return problemResponse(c, session.problem);
    const member = await storage.libraries.member(session.value.account);
    if (member === null) return problemResponse(c, { code: 'sign-in-failed' });
    limits.succeeded('sign-in', address);
    addCookies(c, session.value.cookies);
    const answer: MeAnswer = { device: null, account: { name: session.value.name, library: member.library, level: member.level } };
    const device = await deviceOf(c, { config, storage });
    return c.json(device.ok ? { ...answer, device: device.value } : answer);
  };
}

export function signOut({ accounts }: Services): Handler {
  return async (c) => {
    addCookies(c, await accounts.signOut(c.req.raw.headers));
    return c.json({});
  };
}

export function me({ config, storage, accounts }: Services): Handler {
  return async (c) => {
    const device = await deviceOf(c, { config, storage });
    if (device.ok) renewDeviceCookie(c, config);
    const signedIn = await accounts.whoIs(c.req.raw.headers);
    const member = signedIn === null ? null : await storage.libraries.member(signedIn.account);
    const account = signedIn === null || member === null ? null : { name: signedIn.name, library: member.library, level: member.level };
    const answer: MeAnswer = { device: device.ok ? device.value : null, account };
    return c.json(answer);
  };
}

function addCookies(c: Parameters<Handler>[0], lines: readonly string[]): void {
  for (const line of lines) c.header('Set-Cookie', line, { append: true });
}
