// What people wrote, by question, once somebody has unlocked: apart from how they answered and when.

import { useEffect, useState } from 'preact/hooks';
import type { SurveyAnswer } from '../../../device/store/survey.ts';
import { openQuestions, type SurveyWording } from '../../../domain/survey.ts';
import type { SurveyWords } from '../../../domain/survey-results.ts';
import { useApp } from '../../context.ts';
import { UnlockPanel } from '../../records/UnlockPanel.tsx';
import { useVault } from '../../records/use-vault.ts';
import css from './workshops.module.css';

export interface OpenAnswersProps {
  readonly answers: readonly SurveyAnswer[];
  readonly wording: SurveyWording;
  readonly zone: string;
}

export function OpenAnswers({ answers, wording, zone }: OpenAnswersProps) {
  const { device, text } = useApp();
  const words = text.workshops.survey;
  const vault = useVault();
  const [opened, setOpened] = useState<readonly (SurveyWords | null)[]>([]);
  const unlocked = vault.state === 'unlocked';
  const sealed = answers.flatMap(({ fact, body }) => (body.sealed === null ? [] : [{ id: fact.id, box: body.sealed }]));
  const ids = sealed.map(({ id }) => id).join();

  useEffect(() => {
    const state = { left: false };
    setOpened([]);
    if (unlocked) void openAll();
    return () => {
      state.left = true;
    };

    async function openAll(): Promise<void> {
      const found = await Promise.all(sealed.map(({ id, box }) => device.seal.openSurvey(box, id)));
      if (!state.left) setOpened(found.map((one) => (one.ok ? one.value : null)));
    }
  }, [unlocked, ids, device]);

  if (sealed.length === 0) return null;
  return (
    <section class={css.part} aria-label={words.written}>
      <h2>{words.written}</h2>
      {!unlocked && <p>{words.lockedWords(sealed.length)}</p>}
      <UnlockPanel vault={vault} zone={zone} />
      {unlocked &&
        openQuestions.map((question) => {
          // By their letters: in the order they came, the second of one list and of the other would be one person's.
          const written = opened.flatMap((one) => one?.[question] ?? []).sort((one, other) => one.localeCompare(other));
          if (written.length === 0) return null;
          return (
            <div key={question}>
              <h3>{wording.questions[question] || words.question[question]}</h3>
              <ul>
                {written.map((one, at) => (
                  <li key={at}>{one}</li>
                ))}
              </ul>
            </div>
          );
        })}
      {unlocked && opened.some((one) => one === null) && <p>{words.unreadable}</p>}
    </section>
  );
}
