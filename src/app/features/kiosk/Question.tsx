// The fields of a step.

import { unreachable } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { answersOf } from './answers.ts';
import { CheckQuestion } from './CheckQuestion.tsx';
import { KindsQuestion, ProgramsQuestion, type QuestionProps, UnderQuestion, WhoQuestion } from './ChoiceSteps.tsx';
import css from './kiosk.module.css';
import { BornQuestion, MoreQuestion, NameQuestion, SchoolQuestion } from './PersonSteps.tsx';
import { AddressQuestion, GuardianQuestion, NoteQuestion, ReachQuestion } from './ReachSteps.tsx';
import { SignatureQuestion } from './SignatureQuestion.tsx';
import type { Step } from './steps.ts';

export interface StepQuestionProps extends QuestionProps {
  readonly step: Step;
  readonly title: string;
  /** What the visitor agrees to. */
  readonly wording: string;
  readonly onGo: (step: Step) => void;
}

export function Question({ step, title, wording, onGo, ...question }: StepQuestionProps) {
  const { text } = useApp();
  const { form, setup } = question;
  const at = 'person' in step ? step.person : 0;
  const person = form.people[at];
  if (person === undefined) return null;
  const ofPerson = { ...question, person, at };
  switch (step.name) {
    case 'kinds':
      return <KindsQuestion {...question} />;
    case 'programs':
      return <ProgramsQuestion {...question} />;
    case 'who':
      return <WhoQuestion {...question} />;
    case 'name':
      return <NameQuestion {...ofPerson} />;
    case 'born':
      return <BornQuestion {...ofPerson} title={title} />;
    case 'under':
      return <UnderQuestion {...ofPerson} limit={step.limit} title={title} />;
    case 'school':
      return <SchoolQuestion {...ofPerson} />;
    case 'more':
      return <MoreQuestion {...question} />;
    case 'grown-up':
      return (
        <>
          <p>{text.kiosk.grownUp.text}</p>
          <p>{text.kiosk.grownUp.safe}</p>
        </>
      );
    case 'guardian':
      return <GuardianQuestion {...question} />;
    case 'reach':
      return <ReachQuestion {...question} />;
    case 'address':
      return <AddressQuestion {...question} />;
    case 'note':
      return <NoteQuestion {...question} />;
    case 'signature':
      return <SignatureQuestion {...question} />;
    case 'check':
      return <CheckQuestion answers={answersOf(form, setup, text)} onGo={onGo} />;
    case 'consent':
      return (
        <blockquote class={css.wording}>
          <p>{wording}</p>
        </blockquote>
      );
    default:
      return unreachable(step);
  }
}
