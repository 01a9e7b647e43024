// Has this device heard of what was planned lately? The last time the server answered, and whether everything has come.

import { delivery } from '../../../../device/store/delivery.ts';
import { good, type Line, todo, type Verdict } from '../line.ts';

export interface DeliverySeen {
  /** Milliseconds since the server last answered as it should; null: never, or its last word was a refusal. */
  readonly age: number | null;
  readonly filling: boolean;
  readonly revoked: boolean;
}

type Word = 'fresh' | 'old' | 'never' | 'filling' | 'revoked';

/** What the office changed this morning has to be here. */
const oldest = 20 * 3_600_000;

export function deliveryVerdict({ age, filling, revoked }: DeliverySeen): Verdict<Word> {
  if (revoked) return todo('revoked');
  if (filling) return todo('filling');
  if (age === null) return todo('never');
  return age > oldest || age < -oldest
    ? todo('old', { seconds: Math.abs(age) / 1_000 })
    : good('fresh', { seconds: Math.max(0, age) / 1_000 });
}

export const lookAtDelivery: Line<Word> = async ({ device, now }) => {
  // Where the server answers, this is what brings the newest plans; where it does not, the last time counts.
  await device.sync.deliverNow();
  const state = await delivery(device.store);
  const { lastTry, lastDeliveredAt } = state;
  const heard = lastTry?.problem === null ? lastTry.at : lastDeliveredAt === null ? null : Date.parse(lastDeliveredAt);
  return deliveryVerdict({ age: heard === null ? null : now - heard, filling: state.filling !== null, revoked: state.revoked });
};
