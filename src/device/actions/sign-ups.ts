// Sign-ups: contact details are sealed to the library's key before anything is written. In clear they exist in this call only.

import { failed, ok, type Result } from '../../domain/problem.ts';
import type { ContactDetails, SealedBox, SignUpTaken } from '../../domain/sign-up.ts';
import { longId } from '../../protocol/ids.ts';
import type { SealContext } from '../seal/hpke.ts';
import { read } from '../store/read.ts';
import { sealingKey } from '../store/records.ts';
import { identity } from '../store/identity.ts';
import { type ActionContext, captureOne } from './capture.ts';

export interface NewSignUp extends Pick<SignUpTaken, 'for' | 'program' | 'language' | 'ageBand' | 'consent'> {
  readonly contact: ContactDetails;
  /** Made once per form (`newToken`): saving the same form twice makes one sign-up. */
  readonly token?: string;
}

export function signUpActions(context: ActionContext) {
  return {
    /** Problems besides storage's: sealing-key-missing (the library has none yet), input-invalid (`field`). */
    takeSignUp: async (session: string, { contact, token, ...body }: NewSignUp) => {
      const id = token ?? longId(context.store.ports.random);
      const sealed = await seal(context, id, 'sign-up.taken', contact);
      if (!sealed.ok) return sealed;
      const subject = { type: 'session', id: session } as const;
      const draft = { kind: 'sign-up.taken', subject, id, body: { ...body, sealed: sealed.value } } as const;
      return captureOne(context, { subjects: [subject], plan: () => ok([draft]) });
    },

    /** New contact details over a sign-up; the old envelope stays in the history. */
    correctSignUp: async (session: string, target: string, contact: ContactDetails) => {
      const id = longId(context.store.ports.random);
      const sealed = await seal(context, id, 'sign-up.corrected', contact);
      if (!sealed.ok) return sealed;
      const subject = { type: 'session', id: session } as const;
      const draft = { kind: 'sign-up.corrected', subject, id, body: { target, sealed: sealed.value } } as const;
      return captureOne(context, { subjects: [subject], plan: () => ok([draft]) });
    },
  };
}

async function seal(context: ActionContext, fact: string, kind: SealContext['kind'], contact: ContactDetails): Promise<Result<SealedBox>> {
  const found = await read(context.store, () => Promise.all([identity(context.store), sealingKey(context.store)]));
  if (!found.ok) return found;
  const [who, key] = found.value;
  if (who === null) return failed('not-enrolled');
  if (key === null) return failed('sealing-key-missing');
  const { sealContact } = await import('../seal/hpke.ts');
  return sealContact(key.publicKey, key.id, { library: who.library, fact, kind }, contact);
}
