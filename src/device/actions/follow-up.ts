// What the desk does with sign-ups after a session: several in one save, across sessions, all or none. Opened details come from the
// screen and go back sealed.

import type { PatronCodes, PatronFormat } from '../../domain/export/patrons.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Fact } from '../../domain/fact.ts';
import { unvoidOf } from '../../domain/session.ts';
import type { ContactDetails, FollowUpState, SignUpKind, SignUpMerged } from '../../domain/sign-up.ts';
import { longId } from '../../protocol/ids.ts';
import type { Draft, Subject } from '../store/draft.ts';
import { patronFile } from '../store/patron-file.ts';
import { write } from '../store/write.ts';
import { type ActionContext, capture } from './capture.ts';
import { correction, type SignUpRef } from './sign-ups.ts';

export interface Merge {
  readonly kept: SignUpRef;
  readonly gone: readonly SignUpRef[];
  /** What the one that stays says from now on; null: it stays as it is. */
  readonly contact: ContactDetails | null;
}

/** A merge as it was said, and where: `session` is that of the one that went, `kept` the one that stayed. */
export interface Unmerge {
  readonly session: string;
  readonly merge: SignUpMerged;
  readonly kept: SignUpRef;
}

/** Sign-ups that are about to leave as a file: `signUps` are the facts that took them. */
export interface LeavingFile {
  readonly kind: SignUpKind;
  readonly signUps: readonly string[];
  readonly format: PatronFormat;
  readonly codes: PatronCodes;
}

export function followUpActions(context: ActionContext) {
  return {
    /** How far the library is with several at once. */
    followSignUps: (refs: readonly SignUpRef[], state: FollowUpState): Promise<Result<readonly Fact[]>> =>
      save(
        context,
        refs.map((ref) => draftOf('sign-up.followed', ref, { state })),
      ),

    /** Something must be asked first; what it is goes into the envelope (`contact` as it was opened). */
    askAboutSignUp: async (ref: SignUpRef, contact: ContactDetails, missing: string): Promise<Result<readonly Fact[]>> => {
      const corrected = await correction(context, ref, { ...contact, missing });
      if (!corrected.ok) return corrected;
      return save(context, [corrected.value, draftOf('sign-up.followed', ref, { state: 'needs_information' })]);
    },

    /** The same person several times: one stays, the others no longer count and point to it. Those gone already are left alone. */
    mergeSignUps: async ({ kept, gone, contact }: Merge): Promise<Result<readonly Fact[]>> => {
      const corrected = contact === null ? null : await correction(context, kept, contact);
      if (corrected?.ok === false) return corrected;
      return capture(context, {
        subjects: subjectsOf([kept, ...gone]),
        plan: (seen) => {
          const present = gone.filter(({ session, target }) => seen.session(session).voids[target] === undefined);
          if (present.length === 0) return ok([]);
          const said = { into: kept.target, ...(corrected === null ? {} : { corrected: corrected.value.id }) };
          const merged = present.flatMap((ref) => {
            const voided = longId(context.store.ports.random);
            return [{ ...draftOf('fact.voided', ref), id: voided }, draftOf('sign-up.merged', ref, { ...said, voided })];
          });
          return ok(corrected === null ? merged : [corrected.value, ...merged]);
        },
      });
    },

    /** [S53] They were different people after all: each counts again, and the one that stayed says what it said before, unless corrected since. */
    unmergeSignUps: (merges: readonly Unmerge[]): Promise<Result<readonly Fact[]>> =>
      capture(context, {
        subjects: subjectsOf(merges.flatMap(({ session, kept }) => [{ session, target: '' }, kept])),
        plan: (seen) => {
          const apart = merges.filter(({ session, merge }) => seen.session(session).voids[unvoidOf(merge)] === undefined);
          const corrections = new Map(apart.flatMap(({ merge, kept }) => (merge.corrected === undefined ? [] : [[merge.corrected, kept]])));
          return ok([
            ...apart.flatMap(({ session, merge: { target, voided } }) =>
              voided === undefined ? [] : [draftOf('sign-up.unmerged', { session, target }, { voided })],
            ),
            ...[...corrections]
              .filter(([id, { session }]) => seen.session(session).voids[id] === undefined)
              .map(([id, { session }]) => draftOf('fact.voided', { session, target: id })),
          ]);
        },
      }),

    /** Alike, and yet different people: each of them is kept apart from each other one, and nobody is asked again. */
    keepSignUpsApart: (refs: readonly SignUpRef[]): Promise<Result<readonly Fact[]>> =>
      save(
        context,
        refs.flatMap((ref, at) => refs.slice(at + 1).map(({ target }) => draftOf('sign-up.kept-apart', ref, { other: target }))),
      ),

    /** Before the file is handed out: who comes back from the import finds whom to mark, also after a crash. On this device only. */
    rememberFile: ({ kind, signUps, format, codes }: LeavingFile): Promise<Result<null>> =>
      write(context.store, {
        tables: ['meta'],
        read: patronFile,
        run: async (_self, { saved }, inside) => {
          const now = { at: inside.ports.now(), signUps };
          await inside.meta.put({ key: 'patron-file', format, codes, saved: { ...saved, [kind]: now } });
          return ok(null);
        },
      }),

    /** Takes back what was just done; what is taken back already stays so. */
    takeBackFacts: (facts: readonly Pick<Fact, 'id' | 'subject'>[]): Promise<Result<readonly Fact[]>> => {
      const refs = facts.map(({ id, subject }) => ({ session: subject.id, target: id }));
      return capture(context, {
        subjects: subjectsOf(refs),
        plan: (seen) =>
          ok(
            refs
              .filter(({ session, target }) => seen.session(session).voids[target] === undefined)
              .map((ref) => draftOf('fact.voided', ref)),
          ),
      });
    },
  };
}

function save(context: ActionContext, drafts: readonly Draft[]): Promise<Result<readonly Fact[]>> {
  return capture(context, {
    subjects: subjectsOf(drafts.map(({ subject }) => ({ session: subject.id, target: '' }))),
    plan: () => ok(drafts),
  });
}

function draftOf(kind: Draft['kind'], { session, target }: SignUpRef, body: Readonly<Record<string, unknown>> = {}): Draft {
  return { kind, subject: { type: 'session', id: session }, body: { target, ...body } };
}

function subjectsOf(refs: readonly SignUpRef[]): readonly Subject[] {
  return [...new Set(refs.map(({ session }) => session))].map((id) => ({ type: 'session', id }));
}
