// Everything answered, once more, each with the way to change it.

import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { Answer } from './answers.ts';
import css from './kiosk.module.css';
import type { Step } from './steps.ts';

export interface CheckQuestionProps {
  readonly answers: readonly Answer[];
  readonly onGo: (step: Step) => void;
}

export function CheckQuestion({ answers, onGo }: CheckQuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.check;
  return (
    <dl class={css.answers}>
      {answers.map(({ step, label, name, said }, at) => (
        <div class={css.answer} key={`${label} ${at}`}>
          <dt>
            {label}
            <OfWhom name={name} />
          </dt>
          <dd translate={false}>{said}</dd>
          {step !== null && answers[at - 1]?.step !== step && (
            <dd class={css.change}>
              <Button look="quiet" onClick={() => onGo(step)}>
                {words.change}
                <span class={css.unseen} data-typed>
                  {' '}
                  {label}
                  <OfWhom name={name} />
                </span>
              </Button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Apart from the question, which is read aloud. */
function OfWhom({ name }: { readonly name: string | undefined }) {
  return name === undefined ? null : (
    <span translate={false} data-typed>
      : <bdi>{name}</bdi>
    </span>
  );
}
