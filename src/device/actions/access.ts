// Coming in: set-up, sign-in, enrollment, and a coordinator's work with devices. All of it needs the server, and says so when there is none.

import * as v from 'valibot';
import { failed, ok, type Result } from '../../domain/problem.ts';
import {
  devicesAnswer,
  enrollAnswer,
  type EnrollAnswer,
  type EnrolledDevice,
  helloAnswer,
  inviteAnswer,
  type InviteRequest,
  meAnswer,
  type QuarantineAnswer,
  quarantineAnswer,
  type SetupRequest,
  type SignInRequest,
} from '../../protocol/access.ts';
import { type ErasuresAnswer, erasure, type Erasure, erasuresAnswer } from '../../protocol/erase.ts';
import { longId, typedCode } from '../../protocol/ids.ts';
import { paths } from '../../protocol/paths.ts';
import { becomeDevice } from '../store/become.ts';
import type { Store } from '../store/db.ts';
import { type Identity, identity } from '../store/identity.ts';
import { read } from '../store/read.ts';
import { editOf } from '../store/draft.ts';
import { write } from '../store/write.ts';
import { get, post } from '../sync/http.ts';
import { type ActionContext, capture } from './capture.ts';

const nothing = v.looseObject({});

export function accessActions(context: ActionContext) {
  const { store } = context;
  const { ports } = store;
  const send = <Schema extends v.GenericSchema>(path: string, body: unknown, schema: Schema) =>
    post(ports, path, JSON.stringify(body), schema);
  return {
    hello: () => get(ports, paths.hello, helloAnswer),
    me: () => get(ports, paths.me, meAnswer),

    /** Makes the library, its first coordinator, and this device. */
    setUp: async (request: SetupRequest): Promise<Result<Identity>> =>
      settle(context, await send(paths.setup, request, enrollAnswer), request.deviceName),

    signIn: (request: SignInRequest) => send(paths.signIn, request, meAnswer),
    signOut: () => send(paths.signOut, {}, nothing),

    /** [S27] Asked again with the same code, also after a lost answer or a restart, it gives the same device. */
    enroll: async (typed: string, deviceName: string): Promise<Result<Identity>> => {
      const code = typedCode(typed);
      const attempt = await attemptFor(store, code);
      if (!attempt.ok) return attempt;
      const answer = await send(paths.enroll, { code, attempt: attempt.value, deviceName }, enrollAnswer);
      return settle(context, toAttempt(attempt.value, answer), deviceName);
    },

    /** Enrolls the browser a coordinator is signed in on. */
    enrollHere: async (deviceName: string): Promise<Result<Identity>> => {
      const attempt = await attemptFor(store, '');
      if (!attempt.ok) return attempt;
      const answer = await send(paths.enrollHere, { attempt: attempt.value, deviceName }, enrollAnswer);
      return settle(context, toAttempt(attempt.value, answer), deviceName);
    },

    invite: (role: 'staff' | 'kiosk') => send(paths.invites, { role } satisfies InviteRequest, inviteAnswer),
    /** A code for one browser of this partner's, good for a week; an earlier one that nobody has used ends. */
    invitePartner: (partner: string) => send(paths.invites, { role: 'partner', partner } satisfies InviteRequest, inviteAnswer),

    devices: async (): Promise<Result<readonly EnrolledDevice[]>> => {
      const answer = await get(ports, paths.devices, devicesAnswer);
      return answer.ok ? ok(answer.value.devices) : answer;
    },
    revoke: (device: string) => send(paths.revoke, { device }, nothing),
    /** A page of what the server holds aside, the newest first; `after` is the `next` of the page before, null for the first. */
    quarantine: (after: string | null): Promise<Result<QuarantineAnswer>> =>
      get(ports, paths.quarantine + (after === null ? '' : `?after=${encodeURIComponent(after)}`), quarantineAnswer),

    /**
     * Erases these sign-ups' contact details everywhere, for good; the answer is the certificate. This device deletes its own at its next
     * delivery, which the caller starts. Asked again after a lost answer, it gives the same certificate.
     */
    eraseSignUps: (signUps: readonly string[]): Promise<Result<Erasure>> => send(paths.erase, { signUps }, erasure),
    erasures: (): Promise<Result<ErasuresAnswer>> => get(ports, paths.erase, erasuresAnswer),

    /** The browser knows the server as an enrolled device, yet its store is empty: the browser has thrown the store away. */
    wasEvicted: async (): Promise<Result<boolean>> => {
      const who = await read(store, () => identity(store));
      if (!who.ok) return who;
      if (who.value !== null) return ok(false);
      const me = await get(ports, paths.me, meAnswer);
      return me.ok ? ok(me.value.device?.revoked === false) : me;
    },
  };
}

/** [S27] One that a cache kept from another enrollment would make two devices one. */
function toAttempt(attempt: string, answer: Result<EnrollAnswer>): Result<EnrollAnswer> {
  const other = answer.ok && answer.value.attempt !== undefined && answer.value.attempt !== attempt;
  return other ? failed('server-answer-unreadable', { reason: 'another-request' }) : answer;
}

async function settle(context: ActionContext, answer: Result<EnrollAnswer>, name: string): Promise<Result<Identity>> {
  if (!answer.ok) return answer;
  const { library, device, incarnation, server, level } = answer.value;
  const who: Identity = { library, device, incarnation, server, level, name };
  const became = await becomeDevice(context.store, who);
  if (!became.ok) return became;
  // A partner's browser writes nothing; its name stands in the list of devices.
  if (level === 'partner') return ok(who);
  const subject = { type: 'device', id: device } as const;
  const set = { name, role: level === 'kiosk' ? 'kiosk' : 'staff' };
  const named = await capture(context, { subjects: [subject], plan: (seen) => ok(editOf(seen.record('device', device), subject, set)) });
  return named.ok ? ok(who) : named;
}

/** Stored before it is sent. */
async function attemptFor(store: Store, code: string): Promise<Result<string>> {
  return write(store, {
    tables: ['meta'],
    read: (store) => store.meta.get('attempt'),
    run: async (_self, before, store) => {
      if (before?.key === 'attempt' && before.code === code) return ok(before.attempt);
      const attempt = longId(store.ports.random);
      await store.meta.put({ key: 'attempt', code, attempt });
      return ok(attempt);
    },
  });
}
