// Paper slips, entered one after another by staff: what was left out on the slip is left out here.

import { useState } from 'preact/hooks';
import { openQuestions, outcomes, type Score, scores, type SurveyWording } from '../../../domain/survey.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { useWork } from '../../use-work.ts';
import { useUnsaved } from '../../use-unsaved.ts';

export interface PaperSurveyProps {
  readonly session: string;
  readonly wording: SurveyWording;
  readonly onClose: () => void;
}

export function PaperSurvey({ session, wording, onClose }: PaperSurveyProps) {
  const { device, text } = useApp();
  const words = text.workshops.survey;
  const [agreement, setAgreement] = useState<Readonly<Record<string, Score>>>({});
  const [written, setWritten] = useState<Readonly<Record<string, string>>>({});
  const [token, setToken] = useState(() => device.act.newToken());
  useUnsaved(Object.keys(agreement).length > 0 || Object.values(written).some((one) => one.trim() !== ''));
  const [said, setSaid] = useState<'nothing' | 'saved' | null>(null);
  const work = useWork();
  const isEmpty = Object.keys(agreement).length === 0 && Object.values(written).every((one) => one.trim() === '');

  function set(item: string, score: Score | undefined): void {
    const { [item]: _, ...others } = agreement;
    setAgreement(score === undefined ? others : { ...others, [item]: score });
    setSaid(null);
  }

  async function save(): Promise<void> {
    if (isEmpty) return setSaid('nothing');
    const answer = { wording: wording.version, agreement, way: 'paper' as const, words: written, token };
    if ((await work.run(() => device.act.answerSurvey(session, answer))) === undefined) return;
    setAgreement({});
    setWritten({});
    setToken(device.act.newToken());
    setSaid('saved');
  }

  return (
    <Dialog
      open
      title={words.paperTitle}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide type="submit" form="paper-survey" busy={work.busy ? words.saving : undefined}>
          {words.save}
        </Button>
      }
    >
      <p>{words.paperHint}</p>
      {said === 'saved' && <Notice tone="done" title={words.saved} announce />}
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <Form
        id="paper-survey"
        problems={said === 'nothing' ? [{ field: outcomes[0], message: words.nothing }] : []}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => void save()}
      >
        {outcomes.map((item) =>
          wording.statements[item] ? (
            <SelectField
              key={item}
              name={item}
              label={wording.statements[item] ?? ''}
              value={String(agreement[item] ?? '')}
              placeholder={words.notAnswered}
              onInput={(value) =>
                set(
                  item,
                  scores.find((score) => String(score) === value),
                )
              }
              options={scores.toReversed().map((score) => ({ value: String(score), label: words.scale[score] }))}
            />
          ) : null,
        )}
        {openQuestions.map((question) =>
          wording.questions[question] ? (
            <TextArea
              key={question}
              name={question}
              label={wording.questions[question] ?? ''}
              rows={3}
              value={written[question] ?? ''}
              onInput={(value) => {
                setWritten({ ...written, [question]: value });
                setSaid(null);
              }}
            />
          ) : null,
        )}
      </Form>
    </Dialog>
  );
}
