// One person of the roster: large, one tap to mark, one to take back, and their library card beside.

import type { RosterEntry } from '../../../device/store/sign-ups.ts';
import type { ContactDetails } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { Icon } from '../../ui/Icon.tsx';
import css from './roster.module.css';

export interface Person {
  readonly entry: RosterEntry;
  /** Running number on this roster. */
  readonly place: number;
  /** null while locked, or when the envelope does not open. */
  readonly contact: ContactDetails | null;
  /** While locked, where this device has them. */
  readonly initials: string | null;
}

export interface RosterRowProps {
  readonly person: Person;
  readonly name: string;
  /** That prepared the application; '' when staff did. */
  readonly partner: string;
  readonly zone: string;
  /** Without: the session has not begun. */
  readonly onMark: (() => void) | undefined;
  readonly onCard: (() => void) | undefined;
}

export function RosterRow({ person, name, partner, zone, onMark, onCard }: RosterRowProps) {
  const { text } = useApp();
  const words = text.roster;
  const { contact, entry } = person;
  const { body, fact } = entry.signUp;
  const here = entry.checkIn !== null;
  const time = text.formatting.clock(fact.at, zone);
  // While locked, nothing stands beside initials or number but the time: what somebody asked for, their age or their school would say more than
  // they should.
  const about =
    contact === null
      ? [time]
      : [
          text.words.signUpKind[body.for],
          body.ageBand === null ? text.signUps.ageNotSaid : text.words.bandName[body.ageBand],
          body.prepared !== true ? time : partner === '' ? words.prepared : words.preparedBy(partner),
          contact.cardNumber === '' ? '' : text.cards.give.given(contact.cardNumber),
        ];
  return (
    <ListRow
      icon={contact === null ? 'lock' : 'person'}
      title={<span translate={contact === null && person.initials === null}>{name}</span>}
      meta={about.filter((part) => part !== '').join(' · ')}
      trailing={
        <span class={css.acts}>
          {here && (
            <span class={css.here}>
              <Icon name="check" />
              {words.isHere}
            </span>
          )}
          {onMark !== undefined && (
            <Button
              label={here ? words.undo(name) : words.mark(name)}
              look={here ? 'quiet' : 'plain'}
              icon={here ? 'undo' : 'here'}
              onClick={onMark}
            >
              {here ? words.undoShort : words.markShort}
            </Button>
          )}
          {onCard !== undefined && (
            <Button label={words.giveCardTo(name)} look="quiet" icon="card" onClick={onCard}>
              {words.giveCard}
            </Button>
          )}
        </span>
      }
    />
  );
}
