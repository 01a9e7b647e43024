// What stands around every question: how far it is, the way back, starting over, reading aloud, the question as the page's heading, and
// the one main button. The heading has the focus when a question comes. After a try that failed it goes to what is wrong: to the field, or of
// several to a list of them that leads to each. Once, at the try: who mends one field is not to be pulled into another.

import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ErrorSummary } from '../../ui/form/ErrorSummary.tsx';
import { type FieldProblem, fieldId, FormContext } from '../../ui/form/field-wiring.ts';
import { useFirstTapOnly } from '../../ui/second-tap.ts';
import css from './kiosk.module.css';
import { ReadAloud } from './ReadAloud.tsx';

export interface StepFrameProps {
  /** Tells this question from another. */
  readonly place: string;
  readonly title: string;
  /** The title as it is read aloud, where it has somebody's name in it. */
  readonly spoken?: string;
  readonly lead?: ComponentChildren;
  readonly progress?: { readonly at: number; readonly of: number };
  readonly problems: readonly FieldProblem[];
  readonly onBack?: () => void;
  readonly onStartOver?: () => void;
  readonly onNext: () => void;
  readonly speech: SpeechSynthesis | undefined;
  /** Somebody listens to the question being read. */
  readonly onHeard?: () => void;
  /** The buttons; the one that submits goes on. */
  readonly actions: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function StepFrame(props: StepFrameProps) {
  const { place, title, progress, problems } = props;
  const { text } = useApp();
  const words = text.kiosk;
  const prefix = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [tries, setTries] = useState(0);
  const firstTapOnly = useFirstTapOnly();

  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [place]);

  useLayoutEffect(() => {
    const [first, second] = problems;
    if (second !== undefined) summary.current?.focus();
    else if (first !== undefined) document.getElementById(fieldId(prefix, first.field))?.focus();
  }, [tries]);

  return (
    <main class={css.page} id="main" ref={main} lang={text.language}>
      <div class={css.top}>
        {props.onBack ? (
          <Button icon="back" look="quiet" onClick={props.onBack}>
            {words.back}
          </Button>
        ) : (
          <span />
        )}
        {props.onStartOver && (
          <Button look="quiet" onClick={props.onStartOver}>
            {words.startOver}
          </Button>
        )}
      </div>
      {progress && (
        <div class={css.progress}>
          <p class={css.step}>{words.step(progress.at, progress.of)}</p>
          <div class={css.track} aria-hidden="true">
            <div class={css.done} style={{ inlineSize: `${Math.round((progress.at / progress.of) * 100)}%` }} />
          </div>
        </div>
      )}
      <h1 class={css.title} ref={heading} tabIndex={-1} data-spoken={props.spoken}>
        {title}
      </h1>
      {props.lead && <div class={css.lead}>{props.lead}</div>}
      <ReadAloud key={place} speech={props.speech} step={() => main.current} onHeard={props.onHeard} />
      <form
        class={css.form}
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          setTries(tries + 1);
          props.onNext();
        }}
      >
        <FormContext.Provider value={{ prefix, problems }}>
          {problems.length > 1 && (
            <ErrorSummary
              title={words.problems.several}
              problems={problems}
              idOf={(field) => fieldId(prefix, field)}
              summaryRef={summary}
            />
          )}
          {props.children}
        </FormContext.Provider>
        <div class={css.actions} onClickCapture={firstTapOnly}>
          {props.actions}
        </div>
      </form>
    </main>
  );
}
