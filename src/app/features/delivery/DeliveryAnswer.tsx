// The answer, readable from two meters: a shape, a color, a number. The same three shapes as everywhere else.

import type { Delivery } from '../../../device/store/delivery.ts';
import { useApp } from '../../context.ts';
import { useNow } from '../../records/library-day.ts';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './delivery-answer.module.css';

export function DeliveryAnswer({ delivery }: { readonly delivery: Delivery }) {
  const { text } = useApp();
  const now = useNow();
  const words = text.delivery;
  const { waiting, attention, parked, delivered, total, oldestWaitingAt } = delivery;
  const state = attention > 0 ? 'needs-attention' : waiting > 0 ? 'on-device' : 'on-server';
  const title = total === 0 ? words.answer.nothing : waiting + attention === 0 ? words.answer.all : words.answer.some(delivered, total);
  const number = total > 0 && waiting + attention > 0 ? words.answer.of(delivered, total) : null;
  const figures = [
    [words.figures.delivered, delivered],
    [words.figures.waiting, waiting],
    [words.figures.attention, attention],
    [words.figures.parked, parked],
  ] as const;
  return (
    <section class={css.answer} data-state={state} aria-label={title}>
      <span class={css.mark}>
        <Icon name={state} />
      </span>
      <p class={css.title}>
        {number !== null && <span class={css.number}>{number}</span>}
        <span class={classes(css.label, number === null && css.alone)}>{number === null ? title : words.figures.delivered}</span>
      </p>
      <div class={css.explanation}>
        <p>{explanation()}</p>
        {attention > 0 && <p>{words.answer.attention(attention)}.</p>}
      </div>
      {total > 0 && (
        <>
          <progress class={css.bar} max={total} value={delivered} aria-label={words.figures.delivered} />
          <dl class={css.figures}>
            {figures
              .filter(([, count], at) => at < 2 || count > 0)
              .map(([label, count]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text.formatting.number(count)}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      <LiveRegion text={title} />
    </section>
  );

  function explanation(): string {
    if (total === 0) return words.answer.nothingText;
    if (waiting === 0) return attention > 0 ? '' : words.answer.allText(delivered);
    return `${words.answer.someText(waiting)} ${ageOfOldest()}`;
  }

  function ageOfOldest(): string {
    if (oldestWaitingAt === null) return '';
    const seconds = (now - Date.parse(oldestWaitingAt)) / 1000;
    // A clock that was set back, or set right after lying by years, makes no age worth telling.
    if (seconds < -60 || seconds > 86_400 * 400) return words.oldestUnclear;
    return words.oldest(text.formatting.duration(Math.max(1, seconds)));
  }
}
