// First visit: from an empty server to a library that can work, one thing at a time. Each step is saved before the next is shown,
// so where set-up stands is read from what exists. The sealing key is the last step and is stored only after it has been tried.

import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { useFragment } from '../frame/fragment.ts';
import { LoneFrame } from '../frame/LoneFrame.tsx';
import { KeyMaking } from '../sealing/KeyMaking.tsx';
import { type KeyStep, useKeyMaking } from '../sealing/key-making.ts';
import { CoordinatorStep } from './CoordinatorStep.tsx';
import { LanguagesStep } from './LanguagesStep.tsx';
import { LibraryStep } from './LibraryStep.tsx';
import { OutletStep } from './OutletStep.tsx';
import css from './set-up.module.css';
import { SetUpProgress } from './SetUpProgress.tsx';
import { type SetUpState, setUpState } from './set-up-state.ts';

type ShownStep = 'coordinator' | 'library' | 'languages' | 'outlet' | KeyStep;

const order: readonly ShownStep[] = ['coordinator', 'library', 'languages', 'outlet', 'passphrase', 'sheet', 'rehearsal'];

export function SetUpScreen() {
  const { device, text } = useApp();
  const { route } = useLocation();
  const setupCode = useFragment();
  const live = useLive(() => setUpState(device.store), []);
  const state = live.state === 'ready' ? live.value : undefined;
  const making = useKeyMaking();
  const isOver = state?.step === 'done' || (state !== undefined && state.level !== null && state.level !== 'coordinator');

  useEffect(() => {
    if (isOver) route(state?.step === 'done' ? routes.devices : routes.today, true);
  }, [isOver, state, route]);

  if (live.state === 'problem') {
    return (
      <LoneFrame title={text.access.notSetUpTitle} place="problem">
        <ProblemNotice problem={live.problem} />
      </LoneFrame>
    );
  }
  if (state === undefined || isOver) {
    return (
      <LoneFrame title={text.access.welcomeTitle} place="loading">
        <Skeleton label={text.shell.loading} />
      </LoneFrame>
    );
  }
  return <Step state={state} setupCode={setupCode} making={making} />;
}

interface StepProps {
  readonly state: SetUpState;
  readonly setupCode: string;
  readonly making: ReturnType<typeof useKeyMaking>;
}

function Step({ state, setupCode, making }: StepProps) {
  const { text } = useApp();
  const words = text.access.setup;
  const shown: ShownStep = state.step === 'key' || state.step === 'done' ? making.step : state.step;
  const cameBack = useRef(state.step !== 'coordinator');
  const resumed = cameBack.current && shown !== 'sheet' && shown !== 'rehearsal';
  return (
    <LoneFrame
      place={shown}
      above={<SetUpProgress step={order.indexOf(shown) + 1} of={order.length} />}
      title={words.steps[shown]}
      lead={leadOf(shown, text)}
    >
      {resumed && <p>{words.resumed}</p>}
      {shown === 'coordinator' && <CoordinatorStep setupCode={setupCode} />}
      {shown === 'library' && <LibraryStep />}
      {shown === 'languages' && <LanguagesStep />}
      {shown === 'outlet' && <OutletStep />}
      {(shown === 'library' || shown === 'languages' || shown === 'outlet') && <p class={css.quiet}>{words.changeLater}</p>}
      {(shown === 'passphrase' || shown === 'sheet' || shown === 'rehearsal') && <KeyMaking making={making} library={state.libraryName} />}
    </LoneFrame>
  );
}

function leadOf(step: ShownStep, text: ReturnType<typeof useApp>['text']) {
  const { setup } = text.access;
  const lead = {
    coordinator: setup.coordinatorText,
    library: setup.libraryText,
    languages: setup.languagesText,
    outlet: setup.outletText,
    passphrase: null,
    sheet: text.sealing.sheetText,
    rehearsal: text.sealing.trialText,
  }[step];
  return lead === null ? null : <p>{lead}</p>;
}
