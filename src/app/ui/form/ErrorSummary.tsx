// All problems of a form in one place, each a link to its field. Form renders it; use it alone only where
// there is no form. Links move the focus themselves, so that no hash gets into the address or the history.
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import type { FieldProblem } from './field-wiring.ts';
import css from './form.module.css';

export interface ErrorSummaryProps {
  readonly title: string;
  readonly problems: readonly FieldProblem[];
  readonly idOf: (field: string) => string;
  readonly summaryRef?: Ref<HTMLDivElement>;
}

export function ErrorSummary({ title, problems, idOf, summaryRef }: ErrorSummaryProps) {
  const titleId = useId();
  return (
    <div class={css.summary} ref={summaryRef} tabIndex={-1} role="alert" aria-labelledby={titleId}>
      <h2 class={css.summaryTitle} id={titleId}>
        <Icon name="problem" />
        {title}
      </h2>
      <ul class={css.summaryList}>
        {problems.map((problem) => (
          <li key={problem.field}>
            <a
              href={`#${idOf(problem.field)}`}
              onClick={(event) => {
                event.preventDefault();
                const control = document.getElementById(idOf(problem.field));
                control?.scrollIntoView({ block: 'center' });
                control?.focus({ preventScroll: true });
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
