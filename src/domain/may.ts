// The only permission table. The server asks it for every fact and every route; screens ask it to leave out what would be refused.

import { type FactKind, isKnownKind } from './fact.ts';

/** `coordinator` is a device bound to a coordinator's account; `partner` is a browser of one partner: it reads what is shared with that one, and prepares classes (shared.ts). */
export const levels = ['coordinator', 'staff', 'kiosk', 'partner'] as const;
export type Level = (typeof levels)[number];

const fieldWork: readonly FactKind[] = [
  'session.changed',
  'session.planned',
  'series.changed',
  'attendance.counted',
  'sign-up.taken',
  'sign-up.corrected',
  'sign-up.followed',
  'sign-up.merged',
  'sign-up.unmerged',
  'sign-up.kept-apart',
  'check-in.marked',
  'checklist.ticked',
  'survey.answered',
  'hand-out.given',
  'hand-out.lent',
  'hand-out.returned',
  'hand-out.shown',
  'fact.voided',
  'site.changed',
  'calendar-feed.changed',
  'partner.changed',
  'resource.changed',
  'staff.changed',
  'card-range.changed',
  'loan.changed',
  'device.changed',
];

const mayWrite: Readonly<Record<Level, readonly FactKind[]>> = {
  coordinator: [...fieldWork, 'library.changed', 'outlet.changed', 'template.changed', 'sealing-key.changed', 'key-wrap.changed'],
  staff: fieldWork,
  kiosk: ['sign-up.taken', 'survey.answered', 'device.changed'],
  partner: [],
};

const mayDo = {
  'devices.manage': ['coordinator'],
  'library.change': ['coordinator'],
  'quarantine.see': ['coordinator'],
  'files.add': ['coordinator', 'staff'],
  'files.see': ['coordinator', 'staff'],
  'import.stops': ['coordinator', 'staff'],
  'import.calendar': ['coordinator', 'staff'],
  'sign-ups.erase': ['coordinator'],
  'history.see': ['coordinator', 'staff'],
  'shared.see': ['partner'],
  'class.prepare': ['partner'],
} as const satisfies Readonly<Record<string, readonly Level[]>>;

export type Action = keyof typeof mayDo;

export function mayWriteFact(level: Level, kind: string): boolean {
  return isKnownKind(kind) && mayWrite[level].includes(kind);
}

/** [S33] What the server's own device made comes back to a restored server from devices that may work with it. */
export function mayCarryServerFact(level: Level, kind: string): boolean {
  return kind === 'sign-up.counted' && (level === 'coordinator' || level === 'staff');
}

/** [S57] What a partner may make beside reading, by the one route that looks at all the rest of it; a push takes nothing of it. */
export function mayPrepareFact(level: Level, kind: string): boolean {
  return kind === 'sign-up.taken' && level === 'partner';
}

/** [S57] It comes back to a restored server from devices that may work with it. */
export function mayCarryPreparedFact(level: Level, kind: string): boolean {
  return kind === 'sign-up.taken' && (level === 'coordinator' || level === 'staff');
}

export function may(level: Level, action: Action): boolean {
  const allowed: readonly Level[] = mayDo[action];
  return allowed.includes(level);
}
