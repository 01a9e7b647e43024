// What the server answers, as it leaves: receipts count from here (I4), revoked and unknown devices get no rows (I22), nothing sealed is in clear
// in any request or answer (I24).

import * as v from 'valibot';
import { paths } from '../../../src/protocol/paths.ts';
import { pullAnswer, pullRequest, type Rows } from '../../../src/protocol/pull.ts';
import { pushAnswer, pushRequest } from '../../../src/protocol/push.ts';
import type { Answer, Request } from '../network.ts';
import { factOf, type Ghost, isErased } from '../ghost.ts';
import type { World } from '../world.ts';
import { isSessionIn } from './following.ts';

export function acknowledge(world: World, request: Request, answer: Answer | null): undefined {
  const { ghost, canaries, kept } = world;
  for (const canary of canaries)
    if (request.body?.includes(canary) || request.path.includes(canary) || answer?.text.includes(canary))
      return ghost.violate('I24', `${canary} travelled in clear by ${request.path}`);
  if (answer === null || answer.status !== 200) return;
  if (request.path === paths.push) {
    const asked = v.safeParse(pushRequest, parsed(request.body));
    const said = v.safeParse(pushAnswer, parsed(answer.text));
    if (!asked.success || !said.success) return;
    for (const [at, receipt] of said.output.receipts.entries()) {
      const text = asked.output.facts[at]?.text;
      const id = text === undefined ? null : idIn(text);
      if (receipt.state === 'stored' && id !== null) ghost.acked.add(id);
    }
    checkRows(world, asked.output, said.output.rows);
  } else if (request.path === paths.pull) {
    const asked = v.safeParse(pullRequest, parsed(request.body));
    const said = v.safeParse(pullAnswer, parsed(answer.text));
    if (!asked.success || !said.success) return;
    checkRows(world, asked.output, said.output.rows);
    if (said.output.rows?.more === true && kept.scopeMoves !== null) {
      const move = kept.scopeMoves;
      kept.scopeMoves = null;
      move();
    }
  }
}

/** [S15] As its session was when the page was read, by the facts up to there. */
function isInScope(ghost: Ghost, { highest, cursor: { scope } }: Rows, text: string): boolean {
  const { library, subject } = factOf(text);
  if (subject.type !== 'session') return true;
  const facts = [...ghost.mirror(library).facts.values()].filter((row) => row.seq <= highest && row.subject === `session/${subject.id}`);
  return isSessionIn(facts, scope);
}

type Asked = v.InferOutput<typeof pullRequest>;

function checkRows({ ghost, kept }: World, { incarnation, library }: Asked, rows: v.InferOutput<typeof pullAnswer>['rows']): undefined {
  if (rows === null) return;
  if (kept.revoked.has(incarnation)) return ghost.violate('I22', `a revoked device was sent ${rows.facts.length} facts`);
  for (const { text } of rows.facts) {
    const id = idIn(text);
    if (library !== undefined && factOf(text).library !== library)
      return ghost.violate('I25', `${id} was sent to a device of library ${library}`);
    if (!isInScope(ghost, rows, text)) return ghost.violate('I22', `${id} was sent, and its session is not in the scope`);
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
