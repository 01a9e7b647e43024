// Which of several loans of one thing came back: told apart by where and when each was lent, never by whose card it was.

import { useState } from 'preact/hooks';
import type { Loan } from '../../../domain/loans.ts';
import { useApp } from '../../context.ts';
import { loanWords } from '../../records/loan-words.ts';
import type { Places } from '../../records/places.ts';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';

export interface BringBackDialogProps {
  readonly loans: readonly Loan[];
  readonly places: Places;
  readonly onLoan: (loan: Loan) => void;
  /** One that no loan here knows of. */
  readonly onOther: () => void;
  readonly onClose: () => void;
}

/** At first: more is rare, and long to draw. */
const most = 50;

export function BringBackDialog({ loans, places, onLoan, onOther, onClose }: BringBackDialogProps) {
  const { text } = useApp();
  const words = text.handOuts.bringBack;
  const [showsAll, setShowsAll] = useState(false);
  const goesOn = useFocusGoesOn<HTMLButtonElement>();
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
      <List label={words.title}>
        {loans.slice(0, showsAll ? undefined : most).map((loan) => (
          <ListItem key={loan.id}>
            <ListRow
              title={text.handOuts.entry(loan.values.count, loan.values.title)}
              meta={[loan.values.barcode, ...loanWords(loan, text, places)].filter((part) => part !== '').join(' · ')}
              onSelect={() => onLoan(loan)}
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
