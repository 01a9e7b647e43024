// One visitor saying how it was, from the first statement to the thank-you: one question a screen, each can be skipped. When it is taken off
// the page, everything answered is gone with it.

import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { scores, type SurveyWording } from '../../../domain/survey.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { StepFrame } from './StepFrame.tsx';
import { StillHere } from './StillHere.tsx';
import { ThankYou } from './ThankYou.tsx';
import { useIdle } from './use-idle.ts';
import { type SurveyVisit, useSurvey } from './use-survey.ts';

/** Not made in the visit: a function made there would hold on to all that was typed in it. */
const nowhere = () => {};

export interface SurveyScreenProps {
  readonly session: string;
  readonly wording: SurveyWording;
  readonly idleSeconds: number;
  readonly speech: SpeechSynthesis | undefined;
  readonly onBrowserBack: RefObject<() => void>;
  readonly onEnd: () => void;
}

export function SurveyScreen({ session, wording, idleSeconds, speech, onBrowserBack, onEnd }: SurveyScreenProps) {
  const { text } = useApp();
  const words = text.workshops.kiosk;
  const [asked] = useState(wording); // one visitor answers what they read, whatever is changed meanwhile
  const visit = useSurvey(session, asked);
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const idle = useIdle({
    seconds: idleSeconds,
    onWipe: () => {
      onEnd();
      location.reload(); // nobody is there to wait for it: a page begun anew holds nothing
    },
  });
  const step = visit.steps[visit.at];
  const back = () => {
    setTried(false);
    if (!visit.back()) setAsking(true);
  };
  useLayoutEffect(() => {
    onBrowserBack.current = () => {
      if (visit.sent) onEnd();
      else back();
    };
    return () => {
      onBrowserBack.current = nowhere;
    };
  });

  const stillHere = idle.left !== null && <StillHere left={idle.left} onStay={idle.stay} onWipe={onEnd} />;
  if (visit.sent || step === undefined) {
    return (
      <>
        <ThankYou thanks={survey} speech={speech} onDone={onEnd} />
        {stillHere}
      </>
    );
  }
  const wrong =
    step.name === 'question'
      ? (visit.given.words[step.item] ?? '').trim().length > longestAnswer && {
          field: 'words',
          message: text.kiosk.problems.long(longestAnswer),
        }
      : visit.given.agreement[step.item] === undefined && { field: 'choice', message: words.choose };
  const isLast = visit.at + 1 === visit.steps.length;
  return (
    <>
      <StepFrame
        place={step.item}
        title={step.words}
        lead={<p>{visit.at === 0 ? words.anonymous : step.name === 'question' ? words.noNames : words.howFar}</p>}
        progress={{ at: visit.at + 1, of: visit.steps.length }}
        problems={tried && wrong !== false ? [wrong] : none}
        onBack={back}
        onStartOver={() => setAsking(true)}
        onNext={() => {
          setTried(wrong !== false);
          if (wrong === false) visit.next();
        }}
        speech={speech}
        onHeard={idle.stay}
        actions={
          // Buttons are new with each question: one that became another while it is tapped would answer the one it was not in.
          <SurveyActions
            key={step.item}
            visit={visit}
            isLast={isLast}
            onSkip={() => {
              setTried(false);
              visit.skip();
            }}
          />
        }
      >
        {visit.failed !== null && (
          <Notice tone="problem" title={text.kiosk.notSaved.title} code={text.kiosk.notSaved.code(visit.failed.code)} announce>
            <p>{text.kiosk.notSaved.text}</p>
          </Notice>
        )}
        {step.name === 'statement' ? (
          <ChoiceGroup
            key={step.item}
            name="choice"
            label={step.words}
            labelHidden
            large
            value={visit.given.agreement[step.item] === undefined ? undefined : String(visit.given.agreement[step.item])}
            onChange={(value) => {
              const score = scores.find((one) => String(one) === value);
              if (score !== undefined) visit.agree(step.item, score);
            }}
            choices={scores.toReversed().map((score) => ({ value: String(score), label: text.workshops.survey.scale[score] }))}
          />
        ) : (
          <TextArea
            key={step.item}
            name="words"
            label={words.write}
            rows={4}
            value={visit.given.words[step.item] ?? ''}
            onInput={(value) => visit.write(step.item, value)}
          />
        )}
      </StepFrame>
      <ConfirmDialog
        open={asking}
        title={text.kiosk.startOverTitle}
        confirmLabel={text.kiosk.startOver}
        cancelLabel={text.kiosk.startOverKeep}
        onConfirm={onEnd}
        onCancel={() => setAsking(false)}
      >
        <p>{words.startOverText}</p>
      </ConfirmDialog>
      {stillHere}
    </>
  );
}

interface SurveyActionsProps {
  readonly visit: SurveyVisit;
  readonly isLast: boolean;
  readonly onSkip: () => void;
}

function SurveyActions({ visit, isLast, onSkip }: SurveyActionsProps) {
  const { text } = useApp();
  const words = text.workshops.kiosk;
  return (
    <>
      <Button large onClick={onSkip}>
        {words.skip}
      </Button>
      <Button look="main" large type="submit" busy={visit.saving ? words.sending : undefined}>
        {isLast ? words.send : text.kiosk.next}
      </Button>
    </>
  );
}

const none = [] as const;
/** Letters; no more fit into the envelope. */
const longestAnswer = 10_000;
const survey = { card: false, desk: false, survey: true } as const;
