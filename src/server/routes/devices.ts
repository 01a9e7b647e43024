// What a coordinator sees of devices, and does to them.

import type { Context, Handler } from 'hono';
import * as v from 'valibot';
import { quarantinePlace, revokeRequest } from '../../protocol/access.ts';
import { answerWith } from '../answer.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import type { Device } from '../storage/storage.ts';
import { actorWho, deviceOf } from '../who.ts';

export function devices(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'devices.manage');
    if (!actor.ok) return problemResponse(c, actor.problem);
    return answerWith(c, { devices: await services.storage.devices.list(actor.value.library) });
  };
}

/** A coordinator ends any device's access; a partner's browser its own, and no other's. */
export function revoke(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'devices.manage');
    const own = actor.ok ? null : await partnersBrowser(c, services);
    if (!actor.ok && own === null) return problemResponse(c, actor.problem);
    const body = await readBody(c, revokeRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const { device } = body.value;
    const library = actor.ok ? actor.value.library : own?.id === device ? own.library : null;
    if (library === null) return problemResponse(c, { code: 'not-allowed' });
    const found = await services.storage.devices.revoke(library, device, new Date(services.now()));
    return found ? c.json({}) : problemResponse(c, { code: 'not-found' });
  };
}

async function partnersBrowser(c: Context, services: Services): Promise<Device | null> {
  const device = await deviceOf(c, services);
  return device.ok && device.value.level === 'partner' && !device.value.revoked ? device.value : null;
}

export function quarantine(services: Services): Handler {
  return async (c) => {
    const actor = await actorWho(c, services, 'quarantine.see');
    if (!actor.ok) return problemResponse(c, actor.problem);
    const after = v.safeParse(v.nullable(quarantinePlace), c.req.query('after') ?? null);
    if (!after.success) return problemResponse(c, { code: 'request-invalid', detail: { field: 'after' } });
    return answerWith(c, await services.storage.devices.held(actor.value.library, after.output));
  };
}
