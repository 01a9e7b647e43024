// One sign-up: what was asked for, always; who asked, only while unlocked. Corrected or taken back from here.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { identity } from '../../../device/store/identity.ts';
import { libraryRecord } from '../../../device/store/records.ts';
import { type SignUp, signUpsOf } from '../../../device/store/sign-ups.ts';
import { may } from '../../../domain/may.ts';
import type { Problem } from '../../../domain/problem.ts';
import { defaultRules } from '../../../domain/sign-up-rules.ts';
import type { ContactDetails } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useLive, useShared } from '../../live.ts';
import { DrawnSignature } from '../../records/DrawnSignature.tsx';
import { GiveCard } from '../../records/GiveCard.tsx';
import { useLinkedCards } from '../../records/linked-cards.ts';
import { type Places, useOwnDevice, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { preparingPartner } from '../../records/sign-up-maker.ts';
import { RecordState } from '../../records/RecordState.tsx';
import { ContactList } from '../../records/ContactList.tsx';
import { UnlockPanel } from '../../records/UnlockPanel.tsx';
import { useOpened, useVault } from '../../records/use-vault.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { type DetailRow, DetailRows } from '../../ui/data/DetailRows.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import { EraseDetails } from './EraseDetails.tsx';
import css from './sign-up-screen.module.css';

export interface SignUpScreenProps {
  readonly session: string;
  readonly fact: string;
}

const none: readonly SignUp[] = [];

export function SignUpScreen({ session, fact }: SignUpScreenProps) {
  const { device, text } = useApp();
  const places = usePlaces();
  const signUps = useLive(() => signUpsOf(device.store, session).then((all) => all.filter((one) => one.fact.id === fact)), [session, fact]);
  const problem = [signUps, places].find((one) => one.state === 'problem');
  const found = signUps.state === 'ready' ? signUps.value[0] : undefined;
  return (
    <>
      <PageHeader
        title={found === undefined ? text.signUps.one.title : text.words.signUpKind[found.body.for]}
        back={{ href: routes.session(session, 'sign-ups'), label: text.signUps.title }}
      />
      {problem?.state === 'problem' && <ProblemNotice problem={problem.problem} />}
      {signUps.state === 'loading' && <Skeleton label={text.signUps.reading} />}
      {signUps.state === 'ready' && found === undefined && <ProblemNotice problem={{ code: 'not-found' }} title={text.signUps.one.gone} />}
      {found !== undefined && places.state === 'ready' && (
        <SignUpDetail session={session} signUps={signUps.state === 'ready' ? signUps.value : none} signUp={found} places={places.value} />
      )}
    </>
  );
}

interface SignUpDetailProps {
  readonly session: string;
  /** The one sign-up, as a list that stays the same while it does. */
  readonly signUps: readonly SignUp[];
  readonly signUp: SignUp;
  readonly places: Places;
}

function SignUpDetail({ session, signUps, signUp, places }: SignUpDetailProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.signUps.one;
  const own = useOwnDevice();
  const vault = useVault();
  const opened = useOpened(signUps, vault).get(signUp.sealedIn.id);
  const linked = useLinkedCards(vault);
  useEffect(() => {
    if (vault.state !== 'unlocked') setCorrecting(null); // with all that was opened for it
  }, [vault.state]);
  const [correcting, setCorrecting] = useState<{ readonly contact: ContactDetails; readonly from: string } | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { fact, body, voided, state } = signUp;
  const library = useShared(libraryRecord);
  const rules = (library.state === 'ready' ? library.value?.values.signUpRules : undefined) ?? defaultRules;
  const who = useShared(identity);
  const mayErase = who.state === 'ready' && who.value !== null && may(who.value.level, 'sign-ups.erase');
  const partner = preparingPartner(signUp, places, text);
  const by = fact.device === own ? text.attendance.thisDevice : (places.deviceNameById.get(fact.device) ?? text.attendance.unknownDevice);

  async function takeBack(): Promise<void> {
    setBusy(true);
    const result = await device.act.voidFact(session, fact.id);
    setBusy(false);
    setAsking(false);
    if (result.ok) route(routes.session(session, 'sign-ups'), true);
    else setProblem(result.problem);
  }

  if (correcting !== null && vault.state === 'unlocked') {
    return (
      <CorrectForm
        session={session}
        target={fact.id}
        contact={correcting.contact}
        from={correcting.from}
        kind={body.for}
        ageBand={body.ageBand}
        zone={places.zone}
        rules={rules}
        onDone={() => setCorrecting(null)}
      />
    );
  }
  const rows: readonly DetailRow[] = [
    { label: words.program, value: body.program },
    { label: words.taken, value: [text.formatting.moment(fact.at, places.zone), partner === '' ? by : ''].filter(Boolean).join(', ') },
    { label: words.preparedBy, value: partner, verbatim: true },
    { label: words.age, value: body.ageBand === null ? text.signUps.ageNotSaid : text.words.bandName[body.ageBand] },
    { label: words.language, value: text.words.language[body.language] },
    { label: words.consent, value: `${words.consentBy[body.consent.by]}. ${words.wording(body.consent.wording)}` },
    { label: words.state, value: voided ? text.signUps.takenBack : <RecordState state={state} /> },
  ];
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      <DetailRows rows={rows} />
      <section class={css.contact} aria-label={words.contact}>
        <h2>{words.contact}</h2>
        <UnlockPanel vault={vault} zone={places.zone} />
        {vault.state === 'unlocked' && opened === undefined && <Skeleton label={text.signUps.lock.opening} rows={2} />}
        {opened !== undefined && !opened.ok && <ProblemNotice problem={opened.problem} title={words.cannotOpen} />}
        {opened?.ok && <ContactList contact={opened.value} />}
        {opened?.ok && <DrawnSignature contact={opened.value} />}
      </section>
      {!voided && body.for === 'card' && opened?.ok && (
        <GiveCard session={session} target={fact.id} contact={opened.value} from={signUp.sealedIn.id} linked={linked} />
      )}
      {!voided && (
        <div class={css.actions}>
          {opened?.ok && (
            <Button icon="edit" onClick={() => setCorrecting({ contact: opened.value, from: signUp.sealedIn.id })}>
              {words.correct}
            </Button>
          )}
          <Button look="danger" onClick={() => setAsking(true)}>
            {words.takeBack}
          </Button>
        </div>
      )}
      {mayErase && <EraseDetails fact={fact.id} kind={text.words.signUpKind[body.for]} name={opened?.ok ? opened.value.name : ''} />}
      <ConfirmDialog
        open={asking}
        look="danger"
        title={words.takeBackTitle}
        confirmLabel={words.takeBack}
        cancelLabel={words.takeBackKeep}
        busy={busy ? text.shell.loading : undefined}
        onConfirm={() => void takeBack()}
        onCancel={() => setAsking(false)}
      >
        <p>{words.takeBackText(text.words.signUpKind[body.for], opened?.ok ? opened.value.name : '')}</p>
      </ConfirmDialog>
    </>
  );
}
