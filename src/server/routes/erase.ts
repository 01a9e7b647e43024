// A coordinator erases a person's sign-ups, and sees which devices have heard of it. Nothing is erased here but sign-ups.

import type { Context, Handler } from 'hono';
import type { Problem } from '../../domain/problem.ts';
import { type Erasure, eraseRequest, type ErasuresAnswer } from '../../protocol/erase.ts';
import { problemResponse } from '../problem-response.ts';
import { addressOf } from '../rate-limits.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import type { PastErasure } from '../storage/storage.ts';
import { actorWho, deviceOf } from '../who.ts';

export function erase(services: Services): Handler {
  const { storage, limits, config, now } = services;
  return async (c) => {
    const actor = await actorWho(c, services, 'sign-ups.erase');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const allowed = limits.attempt('erase', addressOf(c, config));
    if (!allowed.ok) return problemResponse(c, allowed.problem);
    const body = await readBody(c, eraseRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const { library, account } = actor.value;
    const ids = [...new Set(body.value.signUps)];
    const kinds = await storage.erasures.kindsOf(library, ids);
    if (kinds.some((kind) => kind !== 'sign-up.taken')) return problemResponse(c, notSignUps);
    const by = account === null ? await deviceActor(c, services) : `account ${account}`;
    const erased = await storage.erasures.erase({ library, ids, now: new Date(now()), act: 'sign-ups.erased', actor: by });
    const { erasures } = await storage.erasures.list(library);
    // Purged before anybody asked: then the server itself has done it.
    const purged: PastErasure = { ...erased, act: 'sign-ups.purged', actor: 'server', name: null };
    return c.json(certificate(erasures.find((one) => one.sequence === erased.sequence) ?? purged));
  };
}

export function erasures(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'sign-ups.erase');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const list = await services.storage.erasures.list(actor.value.library);
    const answer: ErasuresAnswer = { erasures: list.erasures.map(certificate), devices: list.devices.map((device) => ({ ...device })) };
    return c.json(answer);
  };
}

const notSignUps: Problem = { code: 'request-invalid', detail: { field: 'signUps' } };

async function deviceActor(c: Context, services: Services): Promise<string> {
  const device = await deviceOf(c, services);
  return `device ${device.ok ? device.value.id : ''}`;
}

function certificate({ sequence, at, actor, name, ids, signUps, act }: PastErasure): Erasure {
  const kind = (['account', 'device', 'command'] as const).find((one) => actor === one || actor.startsWith(`${one} `)) ?? 'server';
  return { sequence, at, by: { kind, name }, ids: [...ids], signUps, again: act === 'erased.again' };
}
