// The newest answers, without what they say: for taking back the one just entered wrongly.

import { useState } from 'preact/hooks';
import type { SurveyAnswer } from '../../../device/store/survey.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { RecordState } from '../../records/RecordState.tsx';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';

const shown = 10;

export interface AnswerLogProps {
  readonly session: string;
  readonly answers: readonly SurveyAnswer[];
  readonly zone: string;
}

export function AnswerLog({ session, answers, zone }: AnswerLogProps) {
  const { device, text } = useApp();
  const words = text.workshops.survey;
  const [asked, setAsked] = useState<string | null>(null);
  const work = useWork();
  const heading = useFocusGoesOn<HTMLHeadingElement>();
  const clock = ({ fact }: SurveyAnswer) => text.formatting.clock(fact.at, zone);

  async function takeBack(fact: string): Promise<void> {
    setAsked(null);
    await work.run(() => device.act.voidFact(session, fact));
  }

  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.newest}
      </h2>
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <List label={words.newest}>
        {answers.slice(0, shown).map((one) => (
          <ListItem key={one.fact.id}>
            <ListRow
              beside
              title={`${words.way[one.body.way]} · ${clock(one)}`}
              meta={<RecordState state={one.state} />}
              trailing={<IconButton icon="undo" label={words.takeBack(clock(one))} onClick={() => setAsked(one.fact.id)} />}
            />
          </ListItem>
        ))}
      </List>
      {asked !== null && (
        <ConfirmDialog
          open
          title={words.takeBackTitle}
          confirmLabel={words.takeBackConfirm}
          cancelLabel={words.keep}
          onCancel={() => setAsked(null)}
          onConfirm={() => void takeBack(asked)}
        >
          <p>{words.takeBackText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
