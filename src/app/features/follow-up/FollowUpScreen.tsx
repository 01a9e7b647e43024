// Follow-up: all sign-ups of the device at the desk. Locked, it says how many there are and how far they are; unlocked, it opens them all
// and shows list and detail beside each other. What was opened lives in the part below the lock, and goes with it.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignUp } from '../../../device/store/sign-ups.ts';
import { followUpStates } from '../../../domain/sign-up.ts';
import type { Erasure } from '../../../protocol/erase.ts';
import { useApp } from '../../context.ts';
import { useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { UnlockPanel } from '../../records/UnlockPanel.tsx';
import { useVault } from '../../records/use-vault.ts';
import { routes } from '../../routes.ts';
import type { Text } from '../../text/text.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { countsOf, entryOf, leavingSoon } from './book.ts';
import { Counts } from './Counts.tsx';
import { Erased } from './Erased.tsx';
import { filePart } from './file-people.ts';
import css from './follow-up.module.css';
import { OpenedDesk } from './OpenedDesk.tsx';
import { type Desk, useDesk } from './use-desk.ts';
import { useSignUps } from './use-book.ts';

/** `part`: nothing for the list, 'twice' for the same person twice, 'file' for a file for the library system, else a sign-up's fact. */
export function FollowUpScreen({ part }: { readonly part?: string }) {
  const { text } = useApp();
  const words = text.followUp;
  const desk = useDesk();
  const signUps = useSignUps();
  const vault = useVault();
  const wasOpen = useRef(false);
  const [dropped, setDropped] = useState(false);
  const [erased, setErased] = useState<readonly Erasure[]>([]);
  const isOpen = vault.state === 'unlocked';
  useEffect(() => {
    setDropped(wasOpen.current && !isOpen);
    wasOpen.current = isOpen;
  }, [isOpen]);

  const locked = isOpen ? null : lockedPart(part, text);
  // On a phone one sign-up is a screen of its own: what concerns all of them stands with the list.
  const beside = part === undefined ? undefined : css.wideOnly;
  const problem = signUps.problem ?? (desk !== null && 'code' in desk ? desk : null);
  const all = signUps.all ?? [];
  const counted = all.filter(({ voided }) => !voided).length;
  return (
    <>
      <PageHeader
        title={locked?.title ?? words.title}
        back={locked !== null ? { href: routes.followUp, label: words.title } : { href: routes.settings, label: text.settings.title }}
        meta={signUps.all !== null && counted > 0 && <span class={beside}>{words.count(counted)}</span>}
      />
      {problem !== null && <ProblemNotice problem={problem} />}
      {problem === null && (signUps.all === null || desk === null) && (
        <>
          {signUps.reading !== null && (
            <Progress
              label={words.reading}
              value={signUps.reading.done}
              max={signUps.reading.all}
              words={words.readingHow(signUps.reading.done, signUps.reading.all)}
            />
          )}
          <Skeleton label={words.reading} rows={6} />
        </>
      )}
      {problem === null && signUps.all !== null && desk !== null && !('code' in desk) && (
        <>
          <Erased made={erased} zone={desk.places.zone} onClose={() => setErased([])} />
          {dropped && <Notice tone="info" title={words.lockedAgain} announce />}
          {counted === 0 ? (
            <EmptyState
              icon="sign-up"
              title={words.emptyTitle}
              actions={<LinkButton href={routes.sessions}>{words.toSessions}</LinkButton>}
            >
              <p>{words.emptyText}</p>
            </EmptyState>
          ) : (
            <>
              <LeavingSoon signUps={signUps.all} desk={desk} beside={beside} />
              <UnlockPanel vault={vault} zone={desk.places.zone} slim={part !== undefined} />
              {isOpen ? (
                <OpenedDesk signUps={all} desk={desk} part={part} onErased={(made) => setErased((before) => [...before, made])} />
              ) : (
                <>
                  <Counts states={followUpStates} counts={countsOf(all.map((one) => entryOf(one, undefined)))} isOpen={false} />
                  <p>{locked?.said ?? words.lockedText}</p>
                </>
              )}
            </>
          )}
        </>
      )}
    </>
  );
}

/** What a part is for, said before it can be shown. */
function lockedPart(part: string | undefined, { followUp }: Text): { readonly title: string; readonly said: string } | null {
  if (part === 'twice') return { title: followUp.duplicates, said: followUp.lockedTwice };
  return part === filePart ? { title: followUp.file.title, said: followUp.file.locked } : null;
}

interface LeavingSoonProps {
  readonly signUps: readonly SignUp[];
  readonly desk: Desk;
  readonly beside: string | undefined;
}

function LeavingSoon({ signUps, desk, beside }: LeavingSoonProps) {
  const { text } = useApp();
  const words = text.followUp;
  const today = useToday(desk.places.zone);
  const leaving = leavingSoon(
    signUps.map((one) => entryOf(one, undefined)),
    desk.whereById,
    today,
  );
  if (leaving === null) return null;
  return (
    <div class={beside}>
      <Notice tone="warning" title={words.leavingTitle(leaving.count)}>
        <p>{words.leavingText(text.formatting.day(leaving.first))}</p>
      </Notice>
    </div>
  );
}
