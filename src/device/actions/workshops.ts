// Templates, ticks and answers to the exit survey. What somebody wrote in their own words is sealed before anything is saved.

import { ticksByItem } from '../../domain/checklist-progress.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import type { SealedBox } from '../../domain/sign-up.ts';
import type { SurveyAnswered } from '../../domain/survey.ts';
import type { SurveyWords } from '../../domain/survey-results.ts';
import type { TemplateFields } from '../../domain/template.ts';
import { longId } from '../../protocol/ids.ts';
import { sealSurveyWords } from '../seal/hpke.ts';
import { editOf } from '../store/draft.ts';
import { identity } from '../store/identity.ts';
import { read } from '../store/read.ts';
import { sealingKey } from '../store/records.ts';
import { type ActionContext, capture, captureOne, newRecordId } from './capture.ts';

export interface NewAnswer extends Pick<SurveyAnswered, 'wording' | 'agreement' | 'way'> {
  /** By question, as written; blank ones are left out. */
  readonly words: SurveyWords;
  /** Made once per form (`newToken`): saving the same form twice makes one answer. */
  readonly token?: string;
}

export function workshopActions(context: ActionContext) {
  return {
    /** `id` of one of Wayside's own adapts it; null makes a new kind. */
    changeTemplate: async (id: string | null, set: Partial<TemplateFields>): Promise<Result<{ readonly id: string }>> => {
      const subject = { type: 'template', id: id ?? newRecordId(context) } as const;
      const saved = await capture(context, {
        subjects: [subject],
        plan: (seen) => ok(editOf(seen.record('template', subject.id), subject, set)),
      });
      return saved.ok ? ok({ id: subject.id }) : saved;
    },

    /** Asked for what stands already it does nothing; taking a tick back takes back every tablet's, as far as they are here. */
    tick: (session: string, item: string, done: boolean) => {
      const subject = { type: 'session', id: session } as const;
      return capture(context, {
        subjects: [subject],
        plan: (seen) => {
          const ticks = ticksByItem(seen.session(session)).get(item) ?? [];
          if (done) return ok(ticks.length > 0 ? [] : [{ kind: 'checklist.ticked', subject, body: { item } }]);
          return ok(ticks.map((target) => ({ kind: 'fact.voided', subject, body: { target } }) as const));
        },
      });
    },

    /** Problems besides storage's: sealing-key-missing (something was written and the library has no key), input-invalid. */
    answerSurvey: async (session: string, { words, token, ...body }: NewAnswer) => {
      const id = token ?? longId(context.store.ports.random);
      const sealed = await seal(context, id, words);
      if (!sealed.ok) return sealed;
      const subject = { type: 'session', id: session } as const;
      return captureOne(context, {
        subjects: [subject],
        plan: () => ok([{ kind: 'survey.answered', subject, id, body: { ...body, sealed: sealed.value } }]),
      });
    },
  };
}

async function seal(context: ActionContext, fact: string, words: SurveyWords): Promise<Result<SealedBox | null>> {
  const written = Object.fromEntries(Object.entries(words).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])));
  if (Object.keys(written).length === 0) return ok(null);
  const found = await read(context.store, () => Promise.all([identity(context.store), sealingKey(context.store)]));
  if (!found.ok) return found;
  const [who, key] = found.value;
  if (who === null) return failed('not-enrolled');
  if (key === null) return failed('sealing-key-missing');
  return sealSurveyWords(key.publicKey, key.id, { library: who.library, fact, kind: 'survey.answered' }, written);
}
