// Acts of counting as the log lists them: which band, how many heads, who, when, and whether they still hold.

import * as v from 'valibot';
import { attendanceCounted, type AttendanceCounted } from '../../../domain/attendance.ts';
import type { LogEntry } from '../../../device/store/log.ts';

export interface CountAct extends LogEntry {
  readonly counted: AttendanceCounted;
}

/** The counting among a session's log, in the log's order: newest first. */
export function countActs(log: readonly LogEntry[]): readonly CountAct[] {
  return log.flatMap((entry) => {
    const counted = entry.fact.kind === 'attendance.counted' ? v.safeParse(attendanceCounted, entry.fact.body) : null;
    return counted?.success ? [{ ...entry, counted: counted.output }] : [];
  });
}

/** What Undo takes back: the newest act of this device that has not been taken back yet. */
export function newestOwnAct(log: readonly LogEntry[]): CountAct | undefined {
  return countActs(log).find((act) => act.mine && !act.voided);
}
