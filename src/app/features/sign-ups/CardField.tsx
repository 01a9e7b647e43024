// A library card given together with the sign-up: scanned, typed, or the next number of this device's pile. It needs no passphrase: the
// number is sealed with everything else, and what is already linked is known only while sign-ups are open here.

import { cardAt, nextOf, readCardNumber } from '../../../domain/card.ts';
import { useApp } from '../../context.ts';
import { pileWithCards, useCardPiles } from '../../records/card-piles.ts';
import { CardDoubts } from '../../records/CardDoubts.tsx';
import { useLinkedCards } from '../../records/linked-cards.ts';
import { scanWords } from '../../records/scan-words.ts';
import type { SignUpDraft } from '../../records/sign-up-draft.ts';
import { useVault } from '../../records/use-vault.ts';
import { Button } from '../../ui/button/Button.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';

export interface CardFieldProps {
  readonly draft: Pick<SignUpDraft, 'cardNumber' | 'nextCard'>;
  readonly onChange: (set: Pick<SignUpDraft, 'cardNumber'> & Partial<Pick<SignUpDraft, 'nextCard'>>) => void;
}

export function CardField({ draft, onChange }: CardFieldProps) {
  const { text } = useApp();
  const words = text.cards.give;
  const piles = useCardPiles();
  const linked = useLinkedCards(useVault());
  const number = readCardNumber(draft.cardNumber);
  const pile = pileWithCards(piles, linked);
  const next = pile === undefined ? '' : cardAt(pile.values, nextOf(pile.values, linked.keys()));
  return (
    <>
      <CodeField
        name="cardNumber"
        label={words.now}
        hint={words.hint}
        formats={printedCodes}
        words={scanWords(text)}
        wholeScreen
        value={draft.cardNumber}
        onInput={(cardNumber) => onChange({ cardNumber })}
      />
      <CardDoubts number={number} piles={piles} others={linked.get(number) ?? []} place="sign-up" />
      {next !== '' && next !== number && (
        <div>
          <Button icon="card" onClick={() => onChange({ cardNumber: next, nextCard: next })}>
            {words.takeNext(next)}
          </Button>
        </div>
      )}
      {pile === undefined && piles.own.length > 0 && <p>{words.usedUp}</p>}
    </>
  );
}
