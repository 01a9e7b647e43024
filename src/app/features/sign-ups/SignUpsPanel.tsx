// The sign-ups of a session: what, when, how old, which language; who, only while unlocked.

import { useMemo, useState } from 'preact/hooks';
import { sealingKey } from '../../../device/store/records.ts';
import { type SignUp, signUpsOf } from '../../../device/store/sign-ups.ts';
import { type Candidate, findDuplicates, isPerhapsTwins } from '../../../domain/duplicates.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import type { Places } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { isRecording } from '../../records/session-words.ts';
import { RecordState } from '../../records/RecordState.tsx';
import { UnlockPanel } from '../../records/UnlockPanel.tsx';
import { type Opened, useOpened, useVault } from '../../records/use-vault.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { draftOf, keepDraft } from '../../records/sign-up-draft.ts';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';

export interface SignUpsPanelProps {
  readonly session: Session;
  readonly places: Places;
}

const none: readonly SignUp[] = [];

export function SignUpsPanel({ session, places }: SignUpsPanelProps) {
  const { device, text } = useApp();
  const words = text.signUps;
  const [, redraw] = useState(0);
  const signUps = useLive(() => signUpsOf(device.store, session.id), [session.id]);
  const key = useLive(() => sealingKey(device.store), [device]);
  const vault = useVault();
  const opened = useOpened(signUps.state === 'ready' ? signUps.value : none, vault);
  useFocusGoesOn();
  const twice = useMemo(() => idsOfTwice(signUps.state === 'ready' ? signUps.value : none, opened), [signUps, opened]);

  if (signUps.state === 'problem') return <ProblemNotice problem={signUps.problem} />;
  if (signUps.state === 'loading' || key.state === 'loading') return <Skeleton label={words.reading} />;
  const { status } = session.values;
  const isClass = status === 'planned' && session.values.topic === 'class_visit';
  const canAdd = (isRecording(session) || status === 'closed' || isClass) && key.state === 'ready' && key.value !== null;

  return (
    <>
      {key.state === 'ready' && key.value === null && (
        <Notice tone="warning" title={words.noKeyTitle}>
          <p>{words.noKeyText}</p>
        </Notice>
      )}
      {status === 'planned' && !isRecording(session) && <p>{isClass ? text.asking.prepare.planned : words.planned}</p>}
      {canAdd && session.values.topic === 'class_visit' && status !== 'closed' && (
        <div>
          <LinkButton icon="people" href={routes.prepareClass(session.id)}>
            {text.asking.prepare.open}
          </LinkButton>
        </div>
      )}
      {status === 'closed' && canAdd && <p>{words.closed}</p>}
      {draftOf(session.id) !== undefined && (
        <Notice
          tone="warning"
          title={words.draftTitle}
          actions={
            <>
              <LinkButton href={routes.newSignUp(session.id)}>{words.draftContinue}</LinkButton>
              <Button
                look="quiet"
                onClick={() => {
                  keepDraft(session.id, null);
                  redraw((times) => times + 1);
                }}
              >
                {words.draftDiscard}
              </Button>
            </>
          }
        >
          <p>{words.draftText}</p>
        </Notice>
      )}
      {signUps.value.length > 0 && <UnlockPanel vault={vault} zone={places.zone} />}
      {signUps.value.length === 0 ? (
        <EmptyState icon="sign-up" title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <WindowedList
          label={words.list}
          items={signUps.value}
          itemKey={({ fact }) => fact.id}
          estimatedHeight={92}
          row={(one) => row(one)}
        />
      )}
      {signUps.value.length > 0 && (
        <div>
          <LinkButton look="quiet" icon="sign-up" href={routes.followUp}>
            {text.followUp.title}
          </LinkButton>
        </div>
      )}
      {canAdd && (
        <ActionBar>
          <LinkButton look="main" large icon="add" href={routes.newSignUp(session.id)}>
            {words.add}
          </LinkButton>
        </ActionBar>
      )}
    </>
  );

  function row(one: SignUp) {
    const { fact, body, sealedIn, voided, state } = one;
    const contact = opened.get(sealedIn.id);
    const kind = body.program === null ? text.words.signUpKind[body.for] : `${text.words.signUpKind[body.for]}: ${body.program}`;
    const name = contact?.ok ? contact.value.name : null;
    const reach = contact?.ok ? [contact.value.phone, contact.value.email].filter((part) => part !== '').join(' · ') : '';
    const about = [
      text.formatting.clock(fact.at, places.zone),
      body.ageBand === null ? words.ageNotSaid : text.words.bandName[body.ageBand],
      text.words.language[body.language],
      ...(twice.has(fact.id) ? [text.followUp.duplicateHint] : []),
    ].join(' · ');
    const title =
      name === null ? (
        kind
      ) : (
        <>
          <bdi translate={false}>{name}</bdi>, {kind}
        </>
      );
    return (
      <ListRow
        href={routes.signUp(session.id, fact.id)}
        icon={name === null ? 'lock' : 'person'}
        title={voided ? <s>{title}</s> : title}
        meta={reach === '' ? about : `${about} · ${reach}`}
        trailing={voided ? words.takenBack : <RecordState state={state} />}
      />
    );
  }
}

/** Those of this session that may be one person, but for those somebody has kept apart. */
function idsOfTwice(signUps: readonly SignUp[], opened: Opened): ReadonlySet<string> {
  const apart = new Map(signUps.map(({ fact, keptApartFrom }) => [fact.id, keptApartFrom]));
  const candidates = signUps.flatMap(({ fact, body, sealedIn, voided }): Candidate[] => {
    const contact = opened.get(sealedIn.id);
    return contact?.ok && !voided ? [{ id: fact.id, session: fact.subject.id, body, contact: contact.value }] : [];
  });
  const sure = findDuplicates(candidates).pairs.filter((pair) => !isPerhapsTwins(pair));
  const asked = sure.filter(({ a, b }) => !apart.get(a)?.includes(b) && !apart.get(b)?.includes(a));
  return new Set(asked.flatMap(({ a, b }) => [a, b]));
}
