// One visitor's way through the questions: where they are, what is still to be mended, and saving it all once. The form is state of the
// component that calls this, and goes with it.

import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import type { Language } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { problemsAt } from './check.ts';
import { isBlank, type KioskForm, newForm, withOneMore, withoutPerson } from './form.ts';
import { type KioskSetup, keyOf, type Step, stepsOf } from './steps.ts';
import { formToSignUps } from './to-sign-ups.ts';

export interface Thanks {
  readonly card: boolean;
  readonly desk: boolean;
  /** For answers, not for a sign-up. */
  readonly survey?: boolean;
}

export interface VisitPlan {
  readonly session: string;
  readonly language: Language;
  readonly setup: KioskSetup;
  /** What the visitor agrees to, by its version. */
  readonly wording: string;
  readonly signAtDesk: string;
}

export interface Visit {
  readonly form: KioskForm;
  readonly step: Step;
  readonly at: number;
  readonly steps: readonly Step[];
  readonly problems: readonly FieldProblem[];
  readonly saving: boolean;
  readonly failed: Problem | null;
  /** The form is empty again by then. */
  readonly thanks: Thanks | null;
  readonly change: (form: KioskForm) => void;
  readonly go: (step: Step) => void;
  /** False at the first question. */
  readonly back: () => boolean;
  readonly next: () => void;
  readonly addChild: () => void;
  readonly send: () => Promise<void>;
}

export function useVisit({ session, language, setup, wording, signAtDesk }: VisitPlan): Visit {
  const { device, text } = useApp();
  const [form, setForm] = useState(() => newForm(language, setup.offers));
  const [place, setPlace] = useState(() => keyOf(stepsOf(form, setup)[0] ?? { name: 'who' }));
  const [tried, setTried] = useState(false);
  /** Gone to from the last look: the way on leads back there. */
  const [mending, setMending] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [thanks, setThanks] = useState<Thanks | null>(null);
  /** Questions that were gone on from: what a change at the last look brings with it is asked, too, though it may be left out. */
  const passed = useRef(new Set<string>());
  const running = useRef(false);
  const tokens = useRef(new Map<string, string>());

  const steps = stepsOf(form, setup);
  const at = Math.max(
    steps.findIndex((one) => keyOf(one) === place),
    0,
  );
  const step = steps[at] ?? { name: 'who' };
  const { problems: words } = text.kiosk;
  const problems = tried ? problemsAt(step, form, setup, words) : [];

  function show(next: Step): void {
    setPlace(keyOf(next));
    setTried(false);
    setFailed(null);
  }

  function change(next: KioskForm): void {
    tokens.current = new Map(); // other answers are another form: what may have been saved before is not taken for them
    if (next.others !== form.others) {
      for (const one of stepsOf(form, setup)) if ('person' in one) passed.current.delete(keyOf(one));
    }
    setForm(next);
  }

  function next(given: KioskForm = form): void {
    if (problemsAt(step, given, setup, words).length > 0) {
      setTried(true);
      return;
    }
    passed.current.add(keyOf(step));
    if (step.name === 'who') passed.current.delete(keyOf({ name: 'more' }));
    const all = stepsOf(given, setup);
    const isOpen = (one: Step) => !passed.current.has(keyOf(one)) || problemsAt(one, given, setup, words).length > 0;
    const after = all.slice(all.findIndex((one) => keyOf(one) === keyOf(step)) + 1);
    const open = mending ? all.find((one) => one.name === 'check' || isOpen(one)) : after[0];
    if (open === undefined) return;
    if (open.name === 'check') setMending(false);
    show(open);
  }

  async function send(): Promise<void> {
    if (running.current) return;
    const missing = steps.find((one) => problemsAt(one, form, setup, words).length > 0);
    if (missing !== undefined) return show(missing);
    running.current = true;
    setSaving(true);
    setFailed(null);
    const token = (name: string) => {
      const known = tokens.current.get(name) ?? device.act.newToken();
      tokens.current.set(name, known);
      return known;
    };
    const saved = await device.act.takeSignUps(session, formToSignUps(form, setup, { wording, token, signAtDesk }));
    running.current = false;
    setSaving(false);
    if (!saved.ok) return setFailed(saved.problem);
    const desk = steps.some((one) => one.name === 'signature') && form.signature.way === 'desk';
    setThanks({ card: form.kinds.includes('card'), desk });
    change(newForm(language, setup.offers));
  }

  return {
    form,
    step,
    at,
    steps,
    problems,
    saving,
    failed,
    thanks,
    change,
    go: (to) => {
      setMending(true);
      show(to);
    },
    back: () => {
      const before = steps[at - 1];
      if (before === undefined) return false;
      setMending(false);
      const person = step.name === 'name' && step.person > 0 ? form.people[step.person] : undefined;
      if (step.name === 'name' && person !== undefined && isBlank(person)) {
        change(withoutPerson(form, step.person)); // added by mistake
        show({ name: 'more' });
      } else show(before);
      return true;
    },
    next: () => {
      if (step.name !== 'grown-up') return next();
      const here = { ...form, grownUpHere: true };
      change(here);
      next(here);
    },
    addChild: () => {
      const more = withOneMore(form);
      change(more);
      for (const one of stepsOf(more, setup)) if ('person' in one && one.person === form.people.length) passed.current.delete(keyOf(one));
      setPlace(keyOf({ name: 'name', person: more.people.length - 1 }));
      setTried(false);
    },
    send,
  };
}
