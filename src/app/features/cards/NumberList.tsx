// Every number of a range and what became of it, for the box with the cards. Drawn when asked for: a range has up to 10,000.

import { useState } from 'preact/hooks';
import type { CardRange } from '../../../device/store/cards.ts';
import { cardAt, cardsIn } from '../../../domain/card.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable } from '../../ui/data/DataTable.tsx';
import css from './cards.module.css';

const atOnce = 500;

export function NumberList({ range }: { readonly range: CardRange }) {
  const { text } = useApp();
  const words = text.cards.ranges;
  const [most, setMost] = useState(0);
  const { values } = range;
  const all = cardsIn(values);
  const spoiled = new Set(values.spoiled);
  const shown = Array.from({ length: Math.min(most, all) }, (_, offset) => ({ offset, number: cardAt(values, offset) }));
  const outOfTurn = new Set(values.given);
  const state = (offset: number) => {
    if (offset >= values.next) return outOfTurn.has(offset) ? words.used : words.left;
    return spoiled.has(offset) ? words.spoiled : words.used;
  };

  return (
    <section class={css.part} aria-label={words.numbers}>
      <h2>{words.numbers}</h2>
      <p data-print="no">{words.numbersHint}</p>
      {most > 0 && (
        <DataTable
          caption={words.range(values.from, values.to)}
          captionHidden
          columns={[
            { key: 'number', label: words.number, cell: ({ number }) => number },
            { key: 'state', label: words.state, cell: ({ offset }) => state(offset) },
          ]}
          rows={shown}
          rowKey={({ number }) => number}
        />
      )}
      <div class={css.actions} data-print="no">
        {most === 0 && <Button onClick={() => setMost(atOnce)}>{words.showNumbers}</Button>}
        {most > 0 && most < all && (
          <Button onClick={() => setMost(most + atOnce)}>{words.moreNumbers(Math.min(atOnce, all - most))}</Button>
        )}
        {most > 0 && (
          <Button icon="print" onClick={() => window.print()}>
            {words.print}
          </Button>
        )}
      </div>
    </section>
  );
}
