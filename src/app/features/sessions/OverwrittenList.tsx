// Values that lost against a later one without anybody having chosen: shown side by side, with the way to put the lost one back.

import { useState } from 'preact/hooks';
import type { Overwritten } from '../../../domain/record.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { fieldName, valueWords } from './field-words.ts';
import { openReviews } from './overwritten.ts';
import css from './overwritten-list.module.css';

export interface OverwrittenListProps {
  readonly session: Session;
  readonly places: Places;
}

export function OverwrittenList({ session, places }: OverwrittenListProps) {
  const { device, text } = useApp();
  const words = text.sessionSteps.overwritten;
  const [keeping, setKeeping] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reviews = openReviews(session);
  if (reviews.length === 0) return null;

  async function keep({ field, lost }: Overwritten): Promise<void> {
    setKeeping(field);
    const result = await device.act.changeSession(session.id, { [field]: lost.value });
    setKeeping(null);
    setProblem(result.ok ? null : result.problem);
  }

  return (
    <section class={css.review} id="overwritten" aria-labelledby="overwritten-title">
      <h2 id="overwritten-title">{words.title}</h2>
      <p>{words.text}</p>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      {reviews.map((review) => (
        <article class={css.card} key={review.field} aria-label={fieldName(review.field, text)}>
          <h3>{fieldName(review.field, text)}</h3>
          <dl class={css.pair}>
            <div>
              <dt>{words.now}</dt>
              <dd>{valueWords(review.field, session.fields[review.field]?.current?.value, places, text)}</dd>
            </div>
            <div>
              <dt>{words.was}</dt>
              <dd>{valueWords(review.field, review.lost.value, places, text)}</dd>
            </div>
          </dl>
          <Button busy={keeping === review.field ? words.keeping : undefined} onClick={() => void keep(review)}>
            {words.keep}
          </Button>
        </article>
      ))}
    </section>
  );
}
