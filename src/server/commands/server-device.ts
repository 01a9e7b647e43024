// The device named 'server' of a library: what commands write is a fact like any other, made and numbered by it, and pushed.

import { type FactBody, type FactKind, factVersion, subjectTypeOf } from '../../domain/fact.ts';
import { hashOf } from '../../protocol/hash.ts';
import { longId } from '../../protocol/ids.ts';
import type { SentFact } from '../../protocol/push.ts';
import { mostFactsPerPush } from '../../protocol/version.ts';
import type { Asking } from '../storage/storage.ts';
import type { CommandContext } from './command.ts';

export interface NewFact<Kind extends FactKind = FactKind> {
  readonly kind: Kind;
  readonly subject: string;
  readonly body: FactBody<Kind>;
}

/** All stored when it returns; throws when one was held aside, which would be a bug of the command. */
export async function pushAsServer(context: CommandContext, library: string, facts: readonly NewFact[]): Promise<void> {
  const { storage, now, random } = context;
  const { device, incarnation, lastNumber } = await storage.libraries.serverDevice(library, new Date(now()));
  const at = new Date(now());
  const health = { app: 'server', at: at.toISOString(), unsent: 0, oldestUnsentAt: null, attention: 0, persisted: null };
  const asking: Asking = { device, incarnation, health, now: at };
  const sent = facts.map(({ kind, subject, body }, index): SentFact => {
    const fact = {
      id: longId(random),
      library,
      device: device.id,
      incarnation,
      number: lastNumber + index + 1,
      kind,
      version: factVersion,
      subject: { type: subjectTypeOf(kind), id: subject },
      body,
      at: at.toISOString(),
      clockOffset: 0,
      staff: null,
      app: 'server',
    };
    const text = JSON.stringify(fact);
    return { hash: hashOf(text), text };
  });
  for (let from = 0; from < sent.length; from += mostFactsPerPush) {
    const { receipts } = await storage.sync.push(asking, sent.slice(from, from + mostFactsPerPush));
    const held = receipts.find((receipt) => receipt.state === 'held');
    if (held?.state === 'held') throw new Error(`the server did not take its own fact: ${held.code} ${held.field ?? ''}`);
  }
}
