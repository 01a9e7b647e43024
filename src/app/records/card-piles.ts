// The piles of card numbers as this device knows them: its own, which it takes from, and those of other devices.

import { type CardRange, cardRanges } from '../../device/store/cards.ts';
import { identity } from '../../device/store/identity.ts';
import { cardsIn, nextOf } from '../../domain/card.ts';
import { useApp } from '../context.ts';
import { useLive } from '../live.ts';
import type { LinkedCards } from './linked-cards.ts';

export interface CardPiles {
  readonly all: readonly CardRange[];
  readonly own: readonly CardRange[];
  readonly others: readonly CardRange[];
}

const none: CardPiles = { all: [], own: [], others: [] };

export function useCardPiles(): CardPiles {
  const { device } = useApp();
  const piles = useLive(async () => {
    const [all, who] = await Promise.all([cardRanges(device.store), identity(device.store)]);
    const isOwn = ({ values }: CardRange) => values.device !== null && values.device === who?.device;
    return { all, own: all.filter(isOwn), others: all.filter((one) => one.values.device !== null && !isOwn(one)) };
  }, [device]);
  return piles.state === 'ready' ? piles.value : none;
}

/** The first of this device's piles that is not used up. */
export function pileWithCards({ own }: CardPiles, linked: LinkedCards): CardRange | undefined {
  return own.find(({ values }) => nextOf(values, linked.keys()) < cardsIn(values));
}
