// Parcels: a device gets its keys for them, and another one brings them. [S37] to [S44]

import type { Handler } from 'hono';
import { type ParcelAnswer, parcelKeysRequest, parcelRequest } from '../../protocol/parcel.ts';
import { answerWith } from '../answer.ts';
import { openParcel, proofOf } from '../parcels.ts';
import { problemResponse } from '../problem-response.ts';
import { readBody } from '../read-body.ts';
import type { Services } from '../services.ts';
import type { Asking, Device } from '../storage/storage.ts';
import { deviceOf } from '../who.ts';

export function parcelKeys(services: Services): Handler {
  return async (c) => {
    const device = await deviceOf(c, services);
    if (!device.ok) return problemResponse(c, device.problem);
    if (device.value.revoked) return problemResponse(c, { code: 'device-revoked' });
    const body = await readBody(c, parcelKeysRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const { library, key, request } = body.value;
    if (library !== device.value.library) return problemResponse(c, { code: 'library-mismatch' });
    const transport = await services.storage.transportKeys.current();
    const { id, level } = device.value;
    return c.json({
      server: { ...services.identity },
      transport: { id: transport.id, key: transport.publicKey },
      level,
      proof: proofOf(transport, { library, device: id, level, key }),
      ...(request === undefined ? {} : { request }),
    });
  };
}

export function takeParcel(services: Services): Handler {
  const { storage } = services;
  return async (c) => {
    const carrier = await deviceOf(c, services);
    if (!carrier.ok) return problemResponse(c, carrier.problem);
    const body = await readBody(c, parcelRequest);
    if (!body.ok) return problemResponse(c, body.problem);
    const { library, parcel, request } = body.value;
    if (library !== carrier.value.library) return problemResponse(c, { code: 'library-mismatch' });
    const opened = await openParcel(storage.transportKeys, library, parcel);
    if (!opened.ok) return problemResponse(c, opened.problem);
    const { head, facts } = opened.value;
    const now = new Date(services.now());
    const health = { app: '', at: now.toISOString(), unsent: 0, oldestUnsentAt: null, attention: 0, persisted: null };
    const asking: Asking = { device: await makerOf(services, carrier.value, head), incarnation: head.incarnation, health, now };
    const { receipts } = await storage.sync.push(asking, facts);
    const answer: ParcelAnswer = {
      server: { ...services.identity },
      receipts: [...receipts],
      ...(request === undefined ? {} : { request }),
    };
    return answerWith(c, answer);
  };
}

/**
 * [S41] Who made it pushes it, with its own rights and no others. A restored server may have forgotten the maker: then the one who brings it
 * pushes (S9), with the maker's level, which is proven; unless the maker was revoked, which the ledger remembers (S32).
 */
async function makerOf(
  { storage }: Services,
  carrier: Device,
  { library, device, level }: { readonly library: string; readonly device: string; readonly level: Device['level'] },
): Promise<Device> {
  const known = await storage.devices.byId(library, device);
  if (known !== null) return known;
  const id = storage.devices.wasRevoked(library, device) ? device : carrier.id;
  return { id, library, name: '', level, partner: null, revoked: id === device };
}
