// What visitors said of a session: shares from five answers on, what they wrote once unlocked, and never one person's answers together.

import { useState } from 'preact/hooks';
import { libraryRecord } from '../../../device/store/records.ts';
import { type SurveyAnswer, surveyAnswersOf } from '../../../device/store/survey.ts';
import { templates } from '../../../device/store/templates.ts';
import { fewestShown, type StatementResult, surveyResults, wordingIn } from '../../../domain/survey-results.ts';
import { type Outcome, outcomes, type SurveyWording } from '../../../domain/survey.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { DetailRows } from '../../ui/data/DetailRows.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { AnswerLog } from './AnswerLog.tsx';
import type { WorkshopPanelProps } from './ChecklistPanel.tsx';
import { OpenAnswers } from './OpenAnswers.tsx';
import { PaperSurvey } from './PaperSurvey.tsx';

const none: readonly SurveyAnswer[] = [];

export function SurveyPanel({ session, places }: WorkshopPanelProps) {
  const { device, text } = useApp();
  const words = text.workshops.survey;
  const [entering, setEntering] = useState(false);
  const live = useLive(async () => {
    const [answers, known, library] = await Promise.all([
      surveyAnswersOf(device.store, session.id),
      templates(device.store),
      libraryRecord(device.store),
    ]);
    const own = known.find(({ id }) => id === session.values.template)?.values.surveyWordings;
    return { answers, own: [own, library?.values.surveyWordings] };
  }, [session.id, session.values.template]);
  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (live.state === 'loading') return <Skeleton label={words.reading} />;
  const wording = wordingIn(text.language, live.value.own, text.workshops.ours);
  const results = surveyResults(session);
  return (
    <>
      {results.answers === 0 ? (
        <EmptyState icon="people" title={words.none}>
          {words.noneText}
        </EmptyState>
      ) : (
        <>
          <h2>{words.answers(results.answers)}</h2>
          <DetailRows rows={results.statements.map((one) => ({ label: statementWords(one, wording), value: said(one) }))} />
          <OpenAnswers answers={live.value.answers ?? none} wording={wording} zone={places.zone} />
          <AnswerLog session={session.id} answers={live.value.answers} zone={places.zone} />
        </>
      )}
      <ActionBar>
        <Button large icon="add" onClick={() => setEntering(true)}>
          {words.paper}
        </Button>
      </ActionBar>
      {entering && <PaperSurvey session={session.id} wording={wording} onClose={() => setEntering(false)} />}
    </>
  );

  function said({ answers, agree }: StatementResult): string {
    if (agree === null) return words.tooFew(answers, fewestShown);
    return words.agree(agree, answers, `${text.formatting.number(Math.round((100 * agree) / answers))}%`);
  }

  function statementWords({ item }: StatementResult, { statements }: SurveyWording): string {
    const outcome = outcomes.find((one): one is Outcome => one === item);
    return statements[item] || (outcome === undefined ? item : words.outcome[outcome]);
  }
}
