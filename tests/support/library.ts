// A library on a running server, made over the server's own routes instead of by screens: a coordinator's desktop without a browser, which
// writes sessions and a sealing key, makes codes, and so lets a story begin where it begins.

import { prepareSealingKey } from '../../src/device/seal/set-up.ts';
import type { SessionFields } from '../../src/domain/session.ts';
import { deliver, invite, setUpLibrary } from '../bench/client.ts';
import { aMaker, type MadeFact, type Maker } from './facts.ts';
import { randomBytesFrom } from './random.ts';

export const passphrase = 'river lantern orchard pencil';

export interface ReadyLibrary {
  readonly id: string;
  readonly maker: Maker;
  /** The real day, in UTC, which is the zone of a library that has not said its own. */
  readonly today: string;
  readonly invite: () => Promise<string>;
  readonly deliver: (facts: readonly MadeFact[]) => Promise<void>;
  /** An open session of today; answers its id. */
  readonly openSession: (id: string, fields?: Partial<SessionFields>) => Promise<string>;
  /** Everything the desktop has delivered. */
  readonly delivered: readonly MadeFact[];
}

/** On a server that is still empty. The key's secrets are thrown away but for the passphrase above. */
export async function aReadyLibrary(url: string, seed: number): Promise<ReadyLibrary> {
  const coordinator = await setUpLibrary(url);
  const delivered: MadeFact[] = [];
  const { library, device, incarnation } = coordinator;
  const random = randomBytesFrom(seed);
  const maker = aMaker({ library, device, incarnation, random });
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
  const send = async (facts: readonly MadeFact[]) => {
    delivered.push(...facts);
    const texts = facts.map(({ sent }) => sent);
    const { stored } = await deliver(coordinator, texts);
    if (stored !== facts.length) throw new Error(`${stored} of ${facts.length} facts of the desktop were stored`);
  };
  const prepared = await prepareSealingKey({ passphrase, holder: 'Alice', random });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  const { keyId, publicKey } = prepared.value;
  const base = { publicKey: null, retired: null };
  await send([maker.make('sealing-key.changed', keyId, { set: { publicKey, retired: false }, base })]);
  return {
    id: library,
    maker,
    today,
    delivered,
    deliver: send,
    invite: () => invite(coordinator),
    openSession: async (id, fields = {}) => {
      const set = { date: today, place: 'Maple Court', activityType: 'bookmobile_stop', targetAge: '6-11', status: 'open' } as const;
      await send([maker.changeSession(id, { ...set, ...fields })]);
      return id;
    },
  };
}
