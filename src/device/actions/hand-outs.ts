// Hand-outs: what was given, lent, returned or shown.

import type { HandOutBody, HandOutWay } from '../../domain/hand-out.ts';
import { ok } from '../../domain/problem.ts';
import { type ActionContext, captureOne } from './capture.ts';

export function handOutActions(context: ActionContext) {
  return {
    /** `token`, made once per form, makes a double tap harmless. */
    handOut: (session: string, way: HandOutWay, { token, ...body }: HandOutBody & { readonly token?: string }) => {
      const subject = { type: 'session', id: session } as const;
      return captureOne(context, { subjects: [subject], plan: () => ok([{ kind: `hand-out.${way}`, subject, body, id: token }]) });
    },
  };
}
