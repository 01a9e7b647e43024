// One visitor's way through the exit survey. What is answered is state of the component that calls this, and goes with it.

import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import { type OpenQuestion, openQuestions, type Outcome, outcomes, type Score, type SurveyWording } from '../../../domain/survey.ts';
import { useApp } from '../../context.ts';

export type SurveyStep =
  | { readonly name: 'statement'; readonly item: Outcome; readonly words: string }
  | { readonly name: 'question'; readonly item: OpenQuestion; readonly words: string };

/** What has no words is not asked. */
export function surveySteps({ statements, questions }: SurveyWording): readonly SurveyStep[] {
  const asked = (words: string | undefined) => (words ?? '').trim() !== '';
  return [
    ...outcomes
      .filter((item) => asked(statements[item]))
      .map((item) => ({ name: 'statement', item, words: statements[item] ?? '' }) as const),
    ...openQuestions
      .filter((item) => asked(questions[item]))
      .map((item) => ({ name: 'question', item, words: questions[item] ?? '' }) as const),
  ];
}

interface Given {
  readonly agreement: Readonly<Partial<Record<Outcome, Score>>>;
  readonly words: Readonly<Partial<Record<OpenQuestion, string>>>;
}

const nothing: Given = { agreement: {}, words: {} };

export interface SurveyVisit {
  readonly steps: readonly SurveyStep[];
  readonly at: number;
  readonly given: Given;
  readonly saving: boolean;
  readonly failed: Problem | null;
  readonly sent: boolean;
  readonly agree: (item: Outcome, score: Score) => void;
  readonly write: (item: OpenQuestion, words: string) => void;
  /** False at the first question. */
  readonly back: () => boolean;
  readonly next: () => void;
  /** Leaves the question without an answer. */
  readonly skip: () => void;
}

export function useSurvey(session: string, wording: SurveyWording): SurveyVisit {
  const { device } = useApp();
  const steps = surveySteps(wording);
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState(nothing);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [sent, setSent] = useState(false);
  const running = useRef(false);
  const token = useRef<string | null>(null);

  function change(next: Given): void {
    token.current = null; // other answers are another form
    setGiven(next);
  }

  function goOn(now: Given): void {
    if (at + 1 < steps.length) setAt(at + 1);
    else void send(now);
  }

  async function send({ agreement, words }: Given): Promise<void> {
    if (running.current) return;
    const isEmpty = Object.keys(agreement).length === 0 && Object.values(words).every((one) => one.trim() === '');
    if (isEmpty) return setSent(true); // all skipped: thanks all the same, and nothing is counted
    running.current = true;
    setSaving(true);
    setFailed(null);
    token.current ??= device.act.newToken();
    const answer = { wording: wording.version, agreement, way: 'kiosk' as const, words, token: token.current };
    const saved = await device.act.answerSurvey(session, answer);
    running.current = false;
    setSaving(false);
    if (!saved.ok) return setFailed(saved.problem);
    change(nothing);
    setSent(true);
  }

  return {
    steps,
    at,
    given,
    saving,
    failed,
    sent,
    agree: (item, score) => change({ ...given, agreement: { ...given.agreement, [item]: score } }),
    write: (item, words) => change({ ...given, words: { ...given.words, [item]: words } }),
    back: () => {
      setFailed(null);
      if (at > 0) setAt(at - 1);
      return at > 0;
    },
    next: () => goOn(given),
    skip: () => {
      const step = steps[at];
      if (step === undefined) return;
      const without = withoutAnswer(given, step);
      change(without);
      goOn(without);
    },
  };
}

function withoutAnswer(given: Given, step: SurveyStep): Given {
  if (step.name === 'question') {
    const { [step.item]: _, ...words } = given.words;
    return { ...given, words };
  }
  const { [step.item]: _, ...agreement } = given.agreement;
  return { ...given, agreement };
}
