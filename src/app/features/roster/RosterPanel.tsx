// The roster: who is expected, who is here. Locked, it names nobody: initials where this device has kept them, else a running number, and the
// time. Unlocked, people are found by name or by their card, and marked with one tap.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type KeptInitials, keptInitials } from '../../../device/store/initials.ts';
import { roster, type RosterEntry } from '../../../device/store/sign-ups.ts';
import { readCardNumber } from '../../../domain/card.ts';
import { ok, type Result } from '../../../domain/problem.ts';
import { checkedInCount } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import type { Places } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { preparingPartner } from '../../records/sign-up-maker.ts';
import { scanWords } from '../../records/scan-words.ts';
import { folded, matches } from '../../records/search.ts';
import { isRecording } from '../../records/session-words.ts';
import { UnlockPanel } from '../../records/UnlockPanel.tsx';
import { useOpened, useVault } from '../../records/use-vault.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { useWork } from '../../use-work.ts';
import { CardDialog } from './CardDialog.tsx';
import { CountHere } from './CountHere.tsx';
import css from './roster.module.css';
import { type Person, RosterRow } from './RosterRow.tsx';
import { useInitials } from './use-initials.ts';

export interface RosterPanelProps {
  readonly session: Session;
  readonly places: Places;
}

const none: readonly RosterEntry[] = [];
const noInitials: readonly KeptInitials[] = [];

export function RosterPanel({ session, places }: RosterPanelProps) {
  const { device, text } = useApp();
  const words = text.roster;
  const vault = useVault();
  const live = useLive(async () => {
    const entries = await roster(device.store, session.id);
    const ids = entries.map(({ signUp }) => signUp.fact.id);
    return { entries, kept: await keptInitials(device.store, ids) };
  }, [session.id]);
  const { entries, kept } = live.state === 'ready' ? live.value : { entries: none, kept: noInitials };
  const signUps = useMemo(() => entries.map(({ signUp }) => signUp), [entries]);
  const unlocked = vault.state === 'unlocked';
  const opened = useOpened(signUps, vault);
  const initials = useInitials({ signUps, kept, opened, unlocked });
  const [search, setSearch] = useState('');
  const [said, setSaid] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const [card, setCard] = useState<Person | null>(null);
  const waiting = useRef(new Map<string, Person>());
  const work = useWork();
  useEffect(() => {
    if (unlocked) return;
    setCard(null);
    setSaid('');
    setSearch('');
    setUnknown(null);
  }, [unlocked]);

  // The oldest is number 1, and stays so while others come.
  const people = entries.map((entry, place): Person => {
    const contact = opened.get(entry.signUp.sealedIn.id);
    return {
      entry,
      place: entries.length - place,
      contact: contact?.ok ? contact.value : null,
      initials: initials.get(entry.signUp.fact.id) ?? null,
    };
  });
  const found = people.filter(
    ({ contact }) => search.trim() === '' || (contact !== null && matches(folded(`${contact.name} ${contact.cardNumber}`), search.trim())),
  );
  const nameOf = ({ contact, initials: own, place }: Person) => {
    if (contact !== null) return contact.name;
    if (own === null) return words.person(place);
    return people.some((other) => other.place !== place && other.initials === own) ? words.initials(own, place) : own;
  };
  const open = isRecording(session) || session.values.status === 'closed';

  /** The next card is often under the scanner before the one before it is saved: whoever comes then waits for it, and is saved too. */
  async function mark(person: Person): Promise<void> {
    setUnknown(null);
    waiting.current.set(person.entry.signUp.fact.id, person);
    await work.run(async () => {
      let answer: Result<unknown> = ok(undefined);
      for (const [target, next] of waiting.current) {
        const { checkIn } = next.entry;
        const saved = await (checkIn === null ? device.act.checkIn(session.id, target) : device.act.voidFact(session.id, checkIn));
        // It may have locked while this was being saved.
        const name = nameOf(device.seal.status().state === 'unlocked' ? next : { ...next, contact: null });
        if (saved.ok) setSaid(checkIn === null ? words.isHereNow(name) : words.undone(name));
        else answer = saved;
        waiting.current.delete(target);
      }
      return answer;
    });
  }

  async function scanned(code: string): Promise<'again'> {
    const number = readCardNumber(code);
    const person = people.find(({ contact }) => contact !== null && contact.cardNumber === number);
    setSearch('');
    setSaid('');
    setUnknown(person === undefined ? number : null);
    if (person?.entry.checkIn === null && open) await mark(person);
    else if (person !== undefined) setSaid(words.isHereNow(nameOf(person)));
    return 'again';
  }

  if (live.state === 'problem') return <ProblemNotice problem={live.problem} />;
  if (live.state === 'loading') return <Skeleton label={words.reading} />;
  return (
    <>
      <LiveRegion text={said} />
      {entries.length === 0 ? (
        <EmptyState icon="here" title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <>
          <p class={css.count}>{words.here(checkedInCount(session), entries.length)}</p>
          <UnlockPanel vault={vault} zone={places.zone} />
          {!unlocked && <p class={css.quiet}>{initials.size > 0 ? words.lockedInitials : words.locked}</p>}
          {!open && <p>{words.notStarted}</p>}
          {unlocked && (
            <CodeField
              name="search"
              label={words.search}
              hint={words.searchHint}
              formats={printedCodes}
              words={scanWords(text)}
              wholeScreen={card === null}
              value={search}
              onInput={setSearch}
              onScanned={scanned}
            />
          )}
          {unknown !== null && <Notice tone="warning" title={words.unknownCard(unknown)} announce />}
          {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
          <LiveRegion text={search.trim() === '' ? '' : words.found(found.length)} />
          {found.length === 0 ? (
            <EmptyState icon="search" title={words.noneFoundTitle}>
              {words.noneFoundText}
            </EmptyState>
          ) : (
            <WindowedList
              label={words.list}
              items={found}
              itemKey={({ entry }) => entry.signUp.fact.id}
              estimatedHeight={112}
              row={(person) => (
                <RosterRow
                  person={person}
                  name={nameOf(person)}
                  partner={preparingPartner(person.entry.signUp, places, text)}
                  zone={places.zone}
                  onMark={open ? () => void mark(person) : undefined}
                  onCard={person.contact === null ? undefined : () => setCard(person)}
                />
              )}
            />
          )}
          <CountHere session={session} />
        </>
      )}
      {open && (
        <ActionBar>
          <LinkButton large icon="add" href={routes.newSignUp(session.id)}>
            {words.walkIn}
          </LinkButton>
        </ActionBar>
      )}
      {card?.contact && (
        <CardDialog
          name={nameOf(card)}
          person={people.find(({ entry }) => entry.signUp.fact.id === card.entry.signUp.fact.id) ?? card}
          vault={vault}
          onClose={() => setCard(null)}
        />
      )}
    </>
  );
}
