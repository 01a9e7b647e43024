// One visitor at the kiosk, from the first question to the thank-you. When it is taken off the page, everything typed is gone with it.

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../../domain/shapes.ts';
import { ourWording } from '../../../domain/sign-up-rules.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Question } from './Question.tsx';
import { StepFrame } from './StepFrame.tsx';
import { StillHere } from './StillHere.tsx';
import { consentBy, type KioskSetup, keyOf, rulesOf, type Step } from './steps.ts';
import { ThankYou } from './ThankYou.tsx';
import { spokenTitleOf, titleOf } from './titles.ts';
import { useIdle } from './use-idle.ts';
import { useVisit, type Visit } from './use-visit.ts';

/** Not made in the visit: a function made there would hold on to all that was typed in it. */
const nowhere = () => {};

/** JavaScript keeps the text that a pattern was last found in (`RegExp.input`), here a phone number. */
function forgetLastMatch(): void {
  /^/.exec('');
}

export interface VisitScreenProps {
  readonly session: string;
  readonly language: Language;
  readonly setup: KioskSetup;
  /** In the language of staff. */
  readonly signAtDesk: string;
  readonly speech: SpeechSynthesis | undefined;
  /** Set to what the browser's own way back does here. */
  readonly onBrowserBack: RefObject<() => void>;
  readonly onEnd: () => void;
}

export function VisitScreen({ session, language, setup: given, signAtDesk, speech, onBrowserBack, onEnd }: VisitScreenProps) {
  const { text } = useApp();
  const words = text.kiosk;
  const [setup] = useState(given); // one visitor answers and agrees to what they read, whatever is delivered meanwhile
  const own = setup.rules.consents[language];
  const wording = own ?? ourWording(words.consent, setup.rules.keepDays);
  const visit = useVisit({ session, language, setup, wording: wording.version, signAtDesk });
  const idle = useIdle({
    seconds: setup.rules.kioskIdleSeconds,
    onWipe: () => {
      onEnd();
      // Nobody is there to wait for it: a page begun anew holds nothing, where a browser may hold on to the field that was typed in.
      location.reload();
    },
  });
  const [asking, setAsking] = useState(false);
  const failure = useRef<HTMLDivElement>(null);
  const { form, step, failed } = visit;
  const title = titleOf(step, form, words);
  const place = keyOf(step);

  const back = () => {
    if (!visit.back()) setAsking(true);
  };
  useLayoutEffect(() => {
    onBrowserBack.current = () => {
      if (visit.thanks !== null) onEnd();
      else back();
    };
    return () => {
      onBrowserBack.current = nowhere;
    };
  });
  useLayoutEffect(() => forgetLastMatch, []);
  useEffect(() => {
    if (failed !== null) failure.current?.focus();
  }, [failed]);

  const stillHere = idle.left !== null && <StillHere left={idle.left} onStay={idle.stay} onWipe={onEnd} />;
  if (visit.thanks !== null) {
    return (
      <>
        <ThankYou thanks={visit.thanks} speech={speech} onDone={onEnd} />
        {stillHere}
      </>
    );
  }
  const by = consentBy(form, setup);
  const [only, another] = setup.offers;
  const leads: Partial<Record<Step['name'], string>> = {
    ...(only !== undefined && another === undefined ? { who: words.kinds.label[only] } : {}),
    ...(rulesOf(form, setup).reachable ? { reach: words.reach.one } : {}),
    signature: words.signature.text,
    ...(by === 'caregiver' ? { consent: words.consent.forCaregiver } : {}),
  };
  const lead = leads[step.name];
  return (
    <>
      <StepFrame
        place={place}
        title={title}
        spoken={spokenTitleOf(step, form, words)}
        lead={lead === undefined ? undefined : <p>{lead}</p>}
        progress={{ at: visit.at + 1, of: visit.steps.length }}
        problems={visit.problems}
        onBack={back}
        onStartOver={() => setAsking(true)}
        onNext={step.name === 'consent' ? () => void visit.send() : visit.next}
        speech={speech}
        onHeard={idle.stay}
        actions={<Actions key={place} visit={visit} by={by} onDisagree={() => setAsking(true)} />}
      >
        {failed !== null && (
          <div ref={failure} tabIndex={-1}>
            <Notice tone="problem" title={words.notSaved.title} code={words.notSaved.code(failed.code)} announce>
              <p>{words.notSaved.text}</p>
            </Notice>
          </div>
        )}
        <Question
          key={place}
          step={step}
          title={title}
          wording={wording.text}
          form={form}
          setup={setup}
          onChange={visit.change}
          onGo={visit.go}
        />
      </StepFrame>
      <ConfirmDialog
        open={asking}
        title={words.startOverTitle}
        confirmLabel={words.startOver}
        cancelLabel={words.startOverKeep}
        onConfirm={onEnd}
        onCancel={() => setAsking(false)}
      >
        <p>{words.startOverText}</p>
      </ConfirmDialog>
      {stillHere}
    </>
  );
}

interface ActionsProps {
  readonly visit: Visit;
  readonly by: 'person' | 'caregiver';
  readonly onDisagree: () => void;
}

/** Buttons are new with each question: one that became another while it is tapped would send the form it was not in. */
function Actions({ visit, by, onDisagree }: ActionsProps) {
  const { text } = useApp();
  const words = text.kiosk;
  switch (visit.step.name) {
    case 'consent':
      return (
        <>
          <Button large onClick={onDisagree}>
            {words.consent.disagree}
          </Button>
          <Button look="main" large type="submit" busy={visit.saving ? words.consent.sending : undefined}>
            {by === 'person' ? words.consent.agree : words.consent.agreeForChild}
          </Button>
        </>
      );
    case 'more':
      return (
        <>
          <Button large icon="add" onClick={visit.addChild}>
            {words.more.add}
          </Button>
          <Button look="main" large type="submit">
            {words.more.done}
          </Button>
        </>
      );
    default:
      return (
        <Button look="main" large type="submit">
          {visit.step.name === 'check' ? words.check.right : visit.step.name === 'grown-up' ? words.grownUp.here : words.next}
        </Button>
      );
  }
}
