// A piece that is lost on a bad line is asked for again, a few times; what a server says with words is not argued with.

import type { Result } from '../../domain/problem.ts';
import type { Ports } from '../ports.ts';

/** Milliseconds before each further try. */
const waits = [1_000, 5_000];

export async function patiently<Value>(ports: Pick<Ports, 'timer'>, ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
  let answer = await ask();
  for (const wait of waits) {
    if (answer.ok || answer.problem.code !== 'server-unreachable') return answer;
    await new Promise<void>((resolve) => ports.timer(wait, resolve));
    answer = await ask();
  }
  return answer;
}
