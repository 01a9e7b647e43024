// Counting heads: taps, "Add many", an exact total typed over the count, and taking an entry back.

import type { AttendanceCounted, Band } from '../../domain/attendance.ts';
import { ok } from '../../domain/problem.ts';
import { uncountedCheckIns } from '../../domain/report.ts';
import { type ActionContext, captureOne } from './capture.ts';

export function attendanceActions(context: ActionContext) {
  return {
    count: (session: string, band: Band, heads: number, way: AttendanceCounted['way']) => {
      const subject = { type: 'session', id: session } as const;
      return captureOne(context, {
        subjects: [subject],
        plan: () => ok([{ kind: 'attendance.counted', subject, body: { band, heads, way } }]),
      });
    },

    /** Adds what is missing to `total` in a band, as this device sees it while saving; null when it is the total already. */
    countExact: (session: string, band: Band, total: number) => {
      const subject = { type: 'session', id: session } as const;
      return captureOne(context, {
        subjects: [subject],
        plan: (seen) => {
          const heads = total - (seen.session(session).totals.heads[band] ?? 0);
          return ok(heads === 0 ? [] : [{ kind: 'attendance.counted', subject, body: { band, heads, way: 'exact' } }]);
        },
      });
    },

    /**
     * Adds people of the roster, by their sign-ups, to the heads: as many as are here and not counted yet at that moment; null when nobody is.
     * Asked twice, in two tabs or after a crash, it counts nobody twice.
     */
    countCheckIns: (session: string, band: Band, targets: readonly string[]) => {
      const subject = { type: 'session', id: session } as const;
      return captureOne(context, {
        subjects: [subject],
        plan: (seen) => {
          const checkIns = uncountedCheckIns(seen.session(session)).filter((target) => targets.includes(target));
          if (checkIns.length === 0) return ok([]);
          return ok([{ kind: 'attendance.counted', subject, body: { band, heads: checkIns.length, way: 'many', checkIns } }]);
        },
      });
    },

    /** Takes back a count, a sign-up or a hand-out; what is taken back already stays so. */
    voidFact: (session: string, fact: string) => {
      const subject = { type: 'session', id: session } as const;
      return captureOne(context, {
        subjects: [subject],
        plan: (seen) =>
          ok(seen.session(session).voids[fact] === undefined ? [{ kind: 'fact.voided', subject, body: { target: fact } }] : []),
      });
    },
  };
}
