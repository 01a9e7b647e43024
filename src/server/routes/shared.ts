// What a partner reads on its own page [S54], and the classes it prepares there [S57].

import type { Context, Handler } from 'hono';
import type * as v from 'valibot';
import { type Action, may } from '../../domain/may.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { answerWith } from '../answer.ts';
import { preparedRequest } from '../../protocol/prepared.ts';
import { sharedRequest } from '../../protocol/shared.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import type { Preparing } from '../storage/storage.ts';
import { deviceOf } from '../who.ts';

export function shared(services: Services): Handler {
  return async (c) => {
    const asked = await askedBy(c, services, 'shared.see', sharedRequest);
    if (!asked.ok) return problemResponse(c, asked.problem);
    const { device, body } = asked.value;
    const shared = await services.storage.shared(device.library, device.partner, new Date(services.now()));
    return shared === null ? problemResponse(c, { code: 'not-found' }) : answerWith(c, { ...body, ...shared });
  };
}

export function prepared(services: Services): Handler {
  return async (c) => {
    const asked = await askedBy(c, services, 'class.prepare', preparedRequest);
    if (!asked.ok) return problemResponse(c, asked.problem);
    const { device, body } = asked.value;
    const { session, facts: sent, request } = body;
    const done = await services.storage.sync.prepare({ device, session, sent, now: new Date(services.now()) });
    return done.ok ? c.json({ device: device.id, request, prepared: done.value.prepared }) : problemResponse(c, done.problem);
  };
}

/** By its own cookie alone: a coordinator who is signed in beside it reads no partner's page. */
async function askedBy<Body extends v.InferOutput<typeof sharedRequest>>(
  c: Context,
  services: Services,
  action: Action,
  schema: v.GenericSchema<unknown, Body>,
): Promise<Result<{ readonly device: Preparing['device']; readonly body: Body }>> {
  const device = await deviceOf(c, services);
  if (!device.ok) return device;
  const body = await readBody(c, schema);
  if (!body.ok) return body;
  const { id, level, partner, revoked } = device.value;
  if (revoked) return failed('device-revoked');
  if (!may(level, action) || partner === null) return failed('not-allowed');
  // [S48] The cookie of another enrollment of this store.
  return body.value.device === id ? ok({ device: { ...device.value, partner }, body: body.value }) : failed('not-enrolled');
}
