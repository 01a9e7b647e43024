// Making and changing the records sessions refer to. One shape for all: null as id makes a new one.

import type { RecordType } from '../../domain/fact.ts';
import type { LibraryFields, OutletFields, PartnerFields, ResourceFields, SiteFields, StaffFields } from '../../domain/places.ts';
import { failed, ok, type Result } from '../../domain/problem.ts';
import { read } from '../store/read.ts';
import { editOf } from '../store/draft.ts';
import { identity } from '../store/identity.ts';
import { type ActionContext, capture, newRecordId } from './capture.ts';

type Saved = Promise<Result<{ readonly id: string }>>;

export function placeActions(context: ActionContext) {
  return {
    changeSite: (id: string | null, set: Partial<SiteFields>): Saved => changeRecord(context, 'site', id, set),
    changeOutlet: (id: string | null, set: Partial<OutletFields>): Saved => changeRecord(context, 'outlet', id, set),
    changePartner: (id: string | null, set: Partial<PartnerFields>): Saved => changeRecord(context, 'partner', id, set),
    changeResource: (id: string | null, set: Partial<ResourceFields>): Saved => changeRecord(context, 'resource', id, set),
    changeStaff: (id: string | null, set: Partial<StaffFields>): Saved => changeRecord(context, 'staff', id, set),
    changeLibrary: async (set: Partial<LibraryFields>): Saved => {
      const who = await read(context.store, () => identity(context.store));
      if (!who.ok) return who;
      return who.value === null ? failed('not-enrolled') : changeRecord(context, 'library', who.value.library, set);
    },
    changeDeviceName: async (name: string): Saved => {
      const who = await read(context.store, () => identity(context.store));
      if (!who.ok) return who;
      return who.value === null ? failed('not-enrolled') : changeRecord(context, 'device', who.value.device, { name });
    },
  };
}

export async function changeRecord(
  context: ActionContext,
  type: RecordType,
  id: string | null,
  set: Readonly<Record<string, unknown>>,
): Saved {
  const subject = { type, id: id ?? newRecordId(context) };
  const saved = await capture(context, {
    subjects: id === null ? [] : [subject],
    newSubjects: id === null ? [subject] : [],
    plan: (seen) => ok(editOf(seen.record(type, subject.id), subject, set)),
  });
  return saved.ok ? ok({ id: subject.id }) : saved;
}
