// One sign-up at the desk: who it is, how far it is, what is still to ask, its card, and who did what when.

import { useState } from 'preact/hooks';
import { identity } from '../../../device/store/identity.ts';
import { may } from '../../../domain/may.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { ContactList } from '../../records/ContactList.tsx';
import { DrawnSignature } from '../../records/DrawnSignature.tsx';
import { GiveCard } from '../../records/GiveCard.tsx';
import type { LinkedCards } from '../../records/linked-cards.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { RecordState } from '../../records/RecordState.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { DetailRows } from '../../ui/data/DetailRows.tsx';
import type { Entry } from './book.ts';
import { CorrectDetails } from './CorrectDetails.tsx';
import { ErasePerson } from './ErasePerson.tsx';
import css from './follow-up.module.css';
import { HistoryPart } from './HistoryPart.tsx';
import { isOpen } from './merging.ts';
import type { Tell } from './OpenedDesk.tsx';
import { OtherVersions } from './OtherVersions.tsx';
import { StatePart } from './StatePart.tsx';
import type { Desk } from './use-desk.ts';
import type { Erasing } from './use-erasing.ts';

export interface EntryDetailProps {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly desk: Desk;
  readonly linked: LinkedCards;
  readonly previous: Entry | undefined;
  readonly next: Entry | undefined;
  readonly erasing: Erasing;
  readonly onTell: Tell;
}

export function EntryDetail({ entry, entries, desk, linked, previous, next, erasing, onTell }: EntryDetailProps) {
  const { text } = useApp();
  const words = text.followUp;
  const [correcting, setCorrecting] = useState(false);
  const who = useShared(identity);
  const mayErase = who.state === 'ready' && who.value !== null && may(who.value.level, 'sign-ups.erase');
  const { contact, problem, signUp, session } = entry;
  const { body, fact, state } = signUp;
  if (correcting && contact !== null) {
    return <CorrectDetails entry={entry} contact={contact} zone={desk.places.zone} onTell={onTell} onDone={() => setCorrecting(false)} />;
  }
  return (
    <>
      <div class={css.head}>
        <h2 translate={contact === null ? undefined : false}>{contact?.name ?? words.sealed}</h2>
        {previous !== undefined && (
          <LinkButton look="quiet" href={routes.followUpOne(previous.id)}>
            {words.previous}
          </LinkButton>
        )}
        {next !== undefined && (
          <LinkButton look="quiet" href={routes.followUpOne(next.id)}>
            {words.next}
          </LinkButton>
        )}
      </div>
      {problem !== null && <ProblemNotice problem={{ code: problem }} title={text.signUps.one.cannotOpen} />}
      {signUp.otherVersions.length > 0 && isOpen(entry) && <OtherVersions entry={entry} desk={desk} onTell={onTell} />}
      <StatePart entry={entry} desk={desk} onTell={onTell} />
      {contact !== null && (
        <>
          {/* What is still to ask stands with the state above. */}
          <ContactList contact={{ ...contact, missing: '' }} />
          <DrawnSignature contact={contact} />
          <div class={css.actions}>
            <Button icon="edit" onClick={() => setCorrecting(true)}>
              {words.correct}
            </Button>
          </div>
          {body.for === 'card' && (
            <GiveCard session={session} target={entry.id} contact={contact} from={signUp.sealedIn.id} linked={linked} />
          )}
        </>
      )}
      <section class={css.section} aria-label={words.asked}>
        <h3>{words.asked}</h3>
        <DetailRows
          rows={[
            { label: words.kind, value: text.words.signUpKind[body.for] },
            { label: text.signUps.one.program, value: body.program ?? programName() },
            { label: words.takenIn, value: desk.sessionName(session) },
            { label: text.signUps.one.taken, value: text.formatting.moment(fact.at, desk.places.zone) },
            { label: body.preparedBy === undefined ? text.signUps.one.on : text.signUps.one.preparedBy, value: desk.makerName(signUp) },
            { label: text.signUps.one.age, value: body.ageBand === null ? text.signUps.ageNotSaid : text.words.bandName[body.ageBand] },
            { label: words.language, value: text.words.language[body.language] },
            {
              label: text.signUps.one.consent,
              value: `${text.signUps.one.consentBy[body.consent.by]}. ${text.signUps.one.wording(body.consent.wording)}`,
            },
            { label: text.signUps.one.state, value: <RecordState state={state} /> },
          ]}
        />
      </section>
      <HistoryPart entry={entry} entries={entries} desk={desk} onTell={onTell} />
      {mayErase && <ErasePerson entry={entry} entries={entries} desk={desk} erasing={erasing} />}
    </>
  );

  function programName(): string {
    return body.programSession == null ? '' : desk.sessionName(body.programSession);
  }
}
