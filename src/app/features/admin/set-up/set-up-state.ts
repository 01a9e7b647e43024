// How far set-up is, told by what exists and nothing else: so it goes on where it stood after a dead battery or on another day.

import { identity } from '../../../../device/store/identity.ts';
import { libraryRecord, outlets, sealingKey } from '../../../../device/store/records.ts';
import type { Store } from '../../../../device/store/db.ts';
import type { Level } from '../../../../domain/may.ts';

export type SetUpStep = 'coordinator' | 'library' | 'languages' | 'outlet' | 'key' | 'done';

export interface SetUpState {
  readonly step: SetUpStep;
  readonly level: Level | null;
  readonly libraryName: string;
}

export async function setUpState(store: Store): Promise<SetUpState> {
  const [who, library, outletRecords, key] = await Promise.all([identity(store), libraryRecord(store), outlets(store), sealingKey(store)]);
  const step = ((): SetUpStep => {
    if (who === null) return 'coordinator';
    if (library?.fields['name'] === undefined || library.fields['timeZone'] === undefined) return 'library';
    if (library.fields['languages'] === undefined) return 'languages';
    if (outletRecords.length === 0) return 'outlet';
    return key === null ? 'key' : 'done';
  })();
  return { step, level: who?.level ?? null, libraryName: library?.values.name ?? '' };
}
