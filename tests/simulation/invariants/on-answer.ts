// What the server answers, as it leaves: receipts count from here (I4), each device gets rows of its scope, by its level and the server's day, and
// revoked and unknown devices none (I22), nothing sealed is in clear in any request or answer (I24).

import * as v from 'valibot';
import type { Level } from '../../../src/domain/may.ts';
import { addDays } from '../../../src/domain/shapes.ts';
import { enrollRequest } from '../../../src/protocol/access.ts';
import { paths } from '../../../src/protocol/paths.ts';
import { pullAnswer, pullRequest, type Rows } from '../../../src/protocol/pull.ts';
import { pushAnswer, pushRequest } from '../../../src/protocol/push.ts';
import type { Answer, Request } from '../network.ts';
import { factOf, type Ghost, isErased } from '../ghost.ts';
import type { World } from '../world.ts';
import { isIn, type Shown } from './following.ts';

export function acknowledge(world: World, request: Request, answer: Answer | null): undefined {
  const { ghost, canaries, kept } = world;
  for (const canary of canaries)
    if ([request.body, request.path, answer?.text, ...(answer?.headers.values() ?? [])].some((text) => text?.includes(canary)))
      return ghost.violate('I24', `${canary} travelled in clear by ${request.path}`);
  if (answer === null || answer.status !== 200) return;
  learnLevel(world, request, answer);
  if (request.path === paths.push) {
    const asked = v.safeParse(pushRequest, parsed(request.body));
    const said = v.safeParse(pushAnswer, parsed(answer.text));
    if (!asked.success || !said.success) return;
    for (const [at, receipt] of said.output.receipts.entries()) {
      const text = asked.output.facts[at]?.text;
      const id = text === undefined ? null : idIn(text);
      if (receipt.state === 'stored' && id !== null) ghost.acked.add(id);
    }
    checkRows(world, { ...asked.output, level: levelOf(world, request) }, said.output.rows);
  } else if (request.path === paths.pull) {
    const asked = v.safeParse(pullRequest, parsed(request.body));
    const said = v.safeParse(pullAnswer, parsed(answer.text));
    if (!asked.success || !said.success) return;
    checkRows(world, { ...asked.output, level: levelOf(world, request) }, said.output.rows);
    if (said.output.rows?.more === true && kept.scopeMoves !== null) {
      const move = kept.scopeMoves;
      kept.scopeMoves = null;
      move();
    }
  }
}

const cookieName = 'wayside-device';

/** A device is of the level that its code was made for, whatever the server or the device say. */
function learnLevel({ kept }: World, request: Request, answer: Answer): undefined {
  const asked = request.path === paths.enroll ? v.safeParse(enrollRequest, parsed(request.body)) : null;
  const level = asked?.success === true ? kept.codes.get(asked.output.code) : undefined;
  if (level === undefined) return;
  for (const line of answer.headers.getSetCookie()) {
    const secret = new RegExp(`^${cookieName}=([^;]+)`).exec(line)?.[1];
    if (secret !== undefined) kept.levels.set(secret, level);
  }
}

function levelOf({ kept }: World, { cookies }: Request): Level {
  return kept.levels.get(cookies.get(cookieName) ?? '') ?? 'staff';
}

/** [S15] As its session or loan was when the page was read, by the facts up to there. */
function isInScope(
  ghost: Ghost,
  { highest, cursor: { scope } }: Rows,
  { library, ...asked }: Omit<Shown, 'rows'> & { library: string },
): boolean {
  const rows = [...ghost.mirror(library).facts.values()].filter((row) => row.seq <= highest && row.subject === asked.subject);
  return isIn({ ...asked, rows }, scope);
}

interface Asked extends v.InferOutput<typeof pullRequest> {
  readonly level: Level;
}

function checkRows(
  { ghost, kept, host, loop }: World,
  { incarnation, library, level }: Asked,
  rows: v.InferOutput<typeof pullAnswer>['rows'],
): undefined {
  if (rows === null) return;
  if (kept.revoked.has(incarnation)) return ghost.violate('I22', `a revoked device was sent ${rows.facts.length} facts`);
  const today = new Date(loop.now() + host.clock.error).toISOString().slice(0, 10);
  const { from, to } = rows.cursor.scope;
  if (from < addDays(today, -45) || to > addDays(today, 120))
    return ghost.violate('I22', `on ${today} a device was given the days from ${from} to ${to}`);
  const allowed = new Map<string, boolean>();
  for (const { text } of rows.facts) {
    const id = idIn(text);
    const { subject, kind, library: of } = factOf(text);
    const key = `${subject.type}/${subject.id}`;
    if (!allowed.has(key)) allowed.set(key, isInScope(ghost, rows, { level, library: of, subject: key }));
    if (library !== undefined && of !== library) return ghost.violate('I25', `${id} was sent to a device of library ${library}`);
    if (allowed.get(key) !== true) return ghost.violate('I22', `${id} (${kind}) was sent to a device of level ${level}, out of its scope`);
    if (id !== null && isErased(ghost, id)) return ghost.violate('I26', `${id} was erased, and is sent`);
  }
}

function idIn(text: string): string | null {
  const found = /"id":"([A-Za-z0-9_-]{22})"/.exec(text);
  return found?.[1] ?? null;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined; // cut on the way: no schema takes it
  }
}
