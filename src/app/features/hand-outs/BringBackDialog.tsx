// Which of several loans of one thing came back, and how many of it: told apart by where and when each was lent, never by whose card it was.

import { useState } from 'preact/hooks';
import type { Loan } from '../../../domain/loans.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { loanWords } from '../../records/loan-words.ts';
import { PiecesField } from '../../records/PiecesField.tsx';
import type { Places } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';

export interface BringBackDialogProps {
  readonly loans: readonly Loan[];
  /** Why the last choice is not saved. */
  readonly problem: Problem | null;
  readonly places: Places;
  readonly onLoan: (loan: Loan, count: number) => void;
  /** One that no loan here knows of. */
  readonly onOther: () => void;
  readonly onClose: () => void;
}

/** At first: more is rare, and long to draw. */
const most = 50;

export function BringBackDialog({ loans, problem, places, onLoan, onOther, onClose }: BringBackDialogProps) {
  const { text } = useApp();
  const words = text.handOuts.bringBack;
  const [showsAll, setShowsAll] = useState(false);
  const [several, setSeveral] = useState<Loan | null>(null);
  const goesOn = useFocusGoesOn<HTMLButtonElement>();
  if (several !== null) return <HowMany loan={several} problem={problem} onCount={(count) => onLoan(several, count)} onClose={onClose} />;
  return (
    <Dialog
      open
      title={words.title}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button wide buttonRef={goesOn} onClick={onOther}>
          {words.other}
        </Button>
      }
    >
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      <List label={words.title}>
        {loans.slice(0, showsAll ? undefined : most).map((loan) => (
          <ListItem key={loan.id}>
            <ListRow
              title={text.handOuts.entry(loan.values.count, loan.values.title)}
              meta={[loan.values.barcode, ...loanWords(loan, text, places)].filter((part) => part !== '').join(' · ')}
              onSelect={() => (loan.values.count > 1 ? setSeveral(loan) : onLoan(loan, 1))}
            />
          </ListItem>
        ))}
      </List>
      {!showsAll && loans.length > most && (
        <Button look="quiet" onClick={() => setShowsAll(true)}>
          {words.more(loans.length - most)}
        </Button>
      )}
    </Dialog>
  );
}

interface HowManyProps {
  readonly loan: Loan;
  readonly problem: Problem | null;
  readonly onCount: (count: number) => void;
  readonly onClose: () => void;
}

function HowMany({ loan: { values }, problem, onCount, onClose }: HowManyProps) {
  const { text } = useApp();
  const words = text.handOuts.bringBack;
  const [typed, setTyped] = useState(String(values.count));
  const [tried, setTried] = useState(false);
  const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  const fits = count >= 1 && count <= values.count;
  return (
    <Dialog
      open
      title={`${words.howMany} ${values.title}`}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <Button look="main" large wide type="submit" form="bring-back-form">
          {words.save}
        </Button>
      }
    >
      <Form
        id="bring-back-form"
        problems={tried && !fits ? [{ field: 'count', message: words.countWrong(values.count) }] : []}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => {
          setTried(true);
          if (fits) onCount(count);
        }}
      >
        {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
        <PiecesField name="count" label={text.handOuts.form.count} hint={words.rest} min={1} value={typed} onInput={setTyped} />
      </Form>
    </Dialog>
  );
}
