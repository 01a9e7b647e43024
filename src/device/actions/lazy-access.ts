// Access as the page has it: a part of its own, loaded when somebody sets up, signs in or enrolls, so that Today does not wait for it.

import type { accessActions } from './access.ts';
import type { ActionContext } from './capture.ts';

export type Access = ReturnType<typeof accessActions>;

export function lazyAccess(context: ActionContext): Access {
  const access = () => import('./access.ts').then((part) => part.accessActions(context));
  return {
    hello: async () => (await access()).hello(),
    me: async () => (await access()).me(),
    setUp: async (request) => (await access()).setUp(request),
    signIn: async (request) => (await access()).signIn(request),
    signOut: async () => (await access()).signOut(),
    enroll: async (typed, deviceName) => (await access()).enroll(typed, deviceName),
    enrollHere: async (deviceName) => (await access()).enrollHere(deviceName),
    invite: async (role) => (await access()).invite(role),
    invitePartner: async (partner) => (await access()).invitePartner(partner),
    devices: async () => (await access()).devices(),
    revoke: async (device) => (await access()).revoke(device),
    quarantine: async (after) => (await access()).quarantine(after),
    eraseSignUps: async (signUps) => (await access()).eraseSignUps(signUps),
    erasures: async () => (await access()).erasures(),
    wasEvicted: async () => (await access()).wasEvicted(),
  };
}
