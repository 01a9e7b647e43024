// Push, pull and offer: what devices say to deliver and to catch up. The rules are in protocol/SPEC.md.

import type { Handler } from 'hono';
import { longId } from '../../protocol/ids.ts';
import { type PullAnswer, pullRequest } from '../../protocol/pull.ts';
import { type OfferAnswer, offerRequest, type PushAnswer, pushRequest } from '../../protocol/push.ts';
import { factsPerPage } from '../../protocol/version.ts';
import { answerWith } from '../answer.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import type { Asking, Device } from '../storage/storage.ts';
import { deviceOf, renewDeviceCookie } from '../who.ts';

/** [S17] A push is answered with few rows or none: two hundred tablets that deliver at once would else each be sent what all the others brought. */
const rowsPerPushAnswer = 500;

export function push(services: Services): Handler {
  return async (c) => {
    const device = await deviceOf(c, services);
    if (!device.ok) return problemResponse(c, device.problem);
    const body = await readBody(c, pushRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    if (isOfAnother(device.value, body.value)) return problemResponse(c, { code: 'library-mismatch' });
    const { facts, incarnation, health, cursor, digest, request } = body.value;
    const asking: Asking = { device: device.value, incarnation, health, now: new Date(services.now()) };
    services.storage.devices.seen(asking, cursor);
    const { receipts, forked, stored, highest } = await services.storage.sync.push(asking, facts);
    const few = cursor !== null && highest - cursor.seq - stored <= rowsPerPushAnswer;
    const ask = few && !forked && !device.value.revoked && !isMistaken(device.value, body.value) && cursor.snapshot === null;
    const pulled = ask ? await services.storage.sync.pull(asking, { cursor, digest, page: rowsPerPushAnswer }) : null;
    const rows = pulled?.rows?.more === false ? pulled.rows : null;
    const answer: PushAnswer = {
      ...notices(services, { offer: pulled?.offer === true, forked: forked || pulled?.forked === true, request }),
      receipts: [...receipts],
      rows,
    };
    return answerWith(c, answer);
  };
}

export function pull(services: Services): Handler {
  return async (c) => {
    const device = await deviceOf(c, services);
    if (!device.ok) return problemResponse(c, device.problem);
    if (device.value.revoked) return problemResponse(c, { code: 'device-revoked' });
    const body = await readBody(c, pullRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    if (isOfAnother(device.value, body.value)) return problemResponse(c, { code: 'library-mismatch' });
    if (isMistaken(device.value, body.value)) return problemResponse(c, { code: 'not-enrolled' });
    const { incarnation, health, cursor, digest, request } = body.value;
    const asking: Asking = { device: device.value, incarnation, health, now: new Date(services.now()) };
    const { rows, offer, forked } = await services.storage.sync.pull(asking, { cursor, digest, page: factsPerPage });
    services.storage.devices.seen(asking, cursor);
    const answer: PullAnswer = { ...notices(services, { offer, forked, request }), rows };
    renewDeviceCookie(c, services.config);
    return answerWith(c, answer);
  };
}

export function offer(services: Services): Handler {
  return async (c) => {
    const device = await deviceOf(c, services);
    if (!device.ok) return problemResponse(c, device.problem);
    if (device.value.revoked) return problemResponse(c, { code: 'device-revoked' });
    const body = await readBody(c, offerRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    if (isOfAnother(device.value, body.value)) return problemResponse(c, { code: 'library-mismatch' });
    const { ids, request } = body.value;
    const { missing, erased, numbers } = await services.storage.sync.offer(device.value.library, ids);
    const answer: OfferAnswer = {
      ...notices(services, { offer: false, forked: false, request }),
      missing: [...missing],
      erased: [...erased],
      numbers: [...numbers],
    };
    return answerWith(c, answer);
  };
}

/**
 * [S29] The cookie is one library's and the store another's: somebody typed another library's code into an enrolled device. Neither gets
 * anything of the other.
 */
function isOfAnother(device: Device, { library }: { readonly library?: string | undefined }): boolean {
  return library !== undefined && library !== device.library;
}

/**
 * [S48] The cookie is that of an earlier enrollment of this store, or of a later one: an answer under way has put the one back, or the other
 * was lost. Whoever revokes the device that the store says it is must have stopped it.
 */
function isMistaken({ id }: Device, { device }: { readonly device?: string | undefined }): boolean {
  return device !== undefined && device !== id;
}

interface Noticed {
  readonly offer: boolean;
  readonly forked: boolean;
  /** [S30] */
  readonly request: string | undefined;
}

function notices({ identity, now, random }: Services, { offer: asked, forked, request }: Noticed) {
  return {
    server: { ...identity },
    now: new Date(now()).toISOString(),
    offer: asked,
    newIncarnation: forked ? longId(random) : null,
    ...(request === undefined ? {} : { request }),
  };
}
