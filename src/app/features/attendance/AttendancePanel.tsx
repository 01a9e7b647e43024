// The panel for attendance: one thumb, a child at the table, the sun on the glass. Counting first, the log of what was counted below
// or beside it.

import { useState } from 'preact/hooks';
import type { Session } from '../../../domain/session.ts';
import { sessionLog } from '../../../device/store/log.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import type { Places } from '../../records/places.ts';
import { SplitView } from '../../ui/frame/SplitView.tsx';
import { newestOwnAct } from './acts.ts';
import { CountLog } from './CountLog.tsx';
import { Counting } from './Counting.tsx';

/** Entries of the log read at once. One reading serves the log and Undo: it is done again after every tap. */
const logPage = 40;
/** Of them drawn at first: what was just counted, and quickly; a session opens on a slow tablet in front of a child. */
const drawnAtFirst = 12;

export interface AttendancePanelProps {
  readonly session: Session;
  readonly places: Places;
}

export function AttendancePanel({ session, places }: AttendancePanelProps) {
  const { device, text } = useApp();
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const read = Math.max(drawn, logPage) + 1;
  const log = useLive(() => sessionLog(device.store, session.id, read), [session.id, read]);
  return (
    <SplitView
      firstLabel={text.attendance.counting}
      secondLabel={text.attendance.log}
      first={<Counting session={session} places={places} lastAct={log.state === 'ready' ? newestOwnAct(log.value) : undefined} />}
      second={
        <CountLog session={session.id} places={places} log={log} read={read} limit={drawn} onEarlier={() => setDrawn(drawn + logPage)} />
      }
    />
  );
}
