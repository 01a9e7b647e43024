// What a partner reads on its own page. [S54]

import type { Handler } from 'hono';
import { may } from '../../domain/may.ts';
import { answerWith } from '../answer.ts';
import { sharedRequest } from '../../protocol/shared.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import { deviceOf } from '../who.ts';

export function shared(services: Services): Handler {
  return async (c) => {
    // By its own cookie alone: a coordinator who is signed in beside it reads no partner's page.
    const device = await deviceOf(c, services);
    if (!device.ok) return problemResponse(c, device.problem);
    const body = await readBody(c, sharedRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const { id, library, level, partner, revoked } = device.value;
    if (revoked) return problemResponse(c, { code: 'device-revoked' });
    if (!may(level, 'shared.see') || partner === null) return problemResponse(c, { code: 'not-allowed' });
    // [S48] The cookie of another enrollment of this store.
    if (body.value.device !== id) return problemResponse(c, { code: 'not-enrolled' });
    const shared = await services.storage.shared(library, partner, new Date(services.now()));
    return shared === null ? problemResponse(c, { code: 'not-found' }) : answerWith(c, { ...body.value, ...shared });
  };
}
