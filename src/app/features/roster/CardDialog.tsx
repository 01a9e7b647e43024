// A card for somebody on the roster, without leaving it.

import { useApp } from '../../context.ts';
import { GiveCard } from '../../records/GiveCard.tsx';
import { useLinkedCards } from '../../records/linked-cards.ts';
import type { VaultState } from '../../records/use-vault.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import type { Person } from './RosterRow.tsx';

export interface CardDialogProps {
  readonly name: string;
  readonly person: Person;
  readonly vault: VaultState;
  readonly onClose: () => void;
}

export function CardDialog({ name, person, vault, onClose }: CardDialogProps) {
  const { text } = useApp();
  const linked = useLinkedCards(vault);
  const { fact, sealedIn } = person.entry.signUp;
  return (
    <Dialog open title={text.roster.cardOf(name)} closeLabel={text.shell.close} onClose={onClose}>
      {person.contact !== null && (
        <GiveCard session={fact.subject.id} target={fact.id} contact={person.contact} from={sealedIn.id} linked={linked} />
      )}
    </Dialog>
  );
}
