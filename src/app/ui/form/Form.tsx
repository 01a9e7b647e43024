// A form that reports in the way of GOV.UK: after a try that failed, focus goes to a summary whose links
// lead to the fields, and each field shows its own error. Checking is the caller's: it passes `problems`,
// at once or after a while. The browser's own bubbles are off. Nothing typed is touched.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { ErrorSummary } from './ErrorSummary.tsx';
import { type FieldProblem, FormContext, fieldId } from './field-wiring.ts';
import css from './form.module.css';

export interface FormProps {
  readonly id?: string;
  readonly problems: readonly FieldProblem[];
  /** Heads the summary, such as "There is a problem". */
  readonly problemsTitle: string;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

export function Form({ id, problems, problemsTitle, onSubmit, children }: FormProps) {
  const prefix = useId();
  const summary = useRef<HTMLDivElement>(null);
  const answerDue = useRef(false);
  const [tries, setTries] = useState(0);

  // With `tries` among the dependencies: a second try that finds the same problems moves the focus again.
  useEffect(() => {
    if (!answerDue.current || problems.length === 0) return;
    answerDue.current = false;
    summary.current?.focus();
  }, [problems, tries]);

  return (
    <form
      id={id}
      class={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        answerDue.current = true;
        setTries(tries + 1);
        onSubmit();
      }}
      onInput={() => {
        // Who types again is not to be pulled away by problems that arrive late.
        answerDue.current = false;
      }}
    >
      <FormContext.Provider value={{ prefix, problems }}>
        {problems.length > 0 && (
          <ErrorSummary title={problemsTitle} problems={problems} idOf={(field) => fieldId(prefix, field)} summaryRef={summary} />
        )}
        {children}
      </FormContext.Provider>
    </form>
  );
}
