// The unlocked desk: list beside detail. Everything opened, typed or chosen here is state of this part, and is gone when it goes.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SignUp } from '../../../device/store/sign-ups.ts';
import type { Fact } from '../../../domain/fact.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Erasure } from '../../../protocol/erase.ts';
import { followUpStates } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { type Toast, Toasts } from '../../ui/feedback/Toasts.tsx';
import { SplitView } from '../../ui/frame/SplitView.tsx';
import { countsOf, find, linkedIn, noFilters, type Order, sorted } from './book.ts';
import { Counts } from './Counts.tsx';
import { EntryDetail } from './EntryDetail.tsx';
import { EntryList } from './EntryList.tsx';
import { NotErased } from './Erased.tsx';
import { FileDesk } from './FileDesk.tsx';
import { filePart } from './file-people.ts';
import css from './follow-up.module.css';
import { TwiceDesk } from './TwiceDesk.tsx';
import { useBook } from './use-book.ts';
import type { Desk } from './use-desk.ts';
import { useDuplicates } from './use-duplicates.ts';
import { useErasing } from './use-erasing.ts';
import { useKeys } from './use-keys.ts';

export interface OpenedDeskProps {
  readonly signUps: readonly SignUp[];
  readonly desk: Desk;
  readonly part: string | undefined;
  readonly onErased: (made: Erasure) => void;
}

/** What was done can be said, and taken back where that is possible. */
export type Tell = (said: string, facts?: readonly Fact[]) => void;

export function OpenedDesk({ signUps, desk, part, onErased }: OpenedDeskProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.followUp;
  const book = useBook(signUps);
  const erasing = useErasing(onErased);
  const groups = useDuplicates(book.opening === null ? book.entries : null);
  const [filters, setFilters] = useState(noFilters);
  const [order, setOrder] = useState<Order>('newest');
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const toastNumber = useRef(0);
  const counts = useMemo(() => countsOf(book.entries), [book.entries]);
  const found = useMemo(() => sorted(find(book.entries, filters, desk.whereById), order), [book.entries, filters, order, desk.whereById]);
  const linked = useMemo(() => linkedIn(book.entries), [book.entries]);
  const isTwice = part === 'twice';
  const isFile = part === filePart;
  const at = found.findIndex(({ id }) => id === part);
  const chosen = isTwice || isFile || part === undefined ? undefined : book.entries.find(({ id, signUp }) => id === part && !signUp.voided);
  const [previous, next] = [at > 0 ? found[at - 1] : undefined, found[at + 1]];
  const screen = useRef<HTMLDivElement>(null);
  useKeys(screen, {
    j: () => next !== undefined && route(routes.followUpOne(next.id), true),
    k: () => previous !== undefined && route(routes.followUpOne(previous.id), true),
    '/': () => screen.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus(),
  });
  useEffect(() => setProblem(null), [part]);

  const tell: Tell = (said, facts = []) => {
    toastNumber.current += 1;
    const undo = { label: words.undo, onAct: () => void takeBack(facts) };
    setToasts((before) => [
      ...before.slice(-2),
      { id: String(toastNumber.current), text: said, ...(facts.length > 0 ? { action: undo } : {}) },
    ]);
  };

  async function takeBack(facts: readonly Fact[]): Promise<void> {
    const result = await (await device.act.followUp()).takeBackFacts(facts);
    if (result.ok) tell(words.undone);
    else setProblem(result.problem);
  }

  if (book.opening !== null && (book.entries.length === 0 || book.opening.all > book.entries.length / 2)) {
    const { done, all } = book.opening;
    return (
      <div class={css.part}>
        <Progress label={words.opening} value={done} max={Math.max(all, 1)} words={words.openingHow(done, all)} />
        <p>{words.openingMayLeave}</p>
      </div>
    );
  }
  return (
    <div ref={screen}>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      {book.problem !== null && <ProblemNotice problem={book.problem} />}
      <NotErased erasing={erasing} />
      <SplitView
        firstLabel={words.list}
        secondLabel={isTwice ? words.duplicates : isFile ? words.file.title : words.detail}
        narrow={part === undefined ? 'first' : 'second'}
        first={
          <>
            <Counts states={followUpStates} counts={counts} isOpen />
            {groups !== null && groups.length > 0 && !isTwice && (
              <Notice
                tone="info"
                title={words.duplicatesFound(groups.length)}
                actions={<LinkButton href={routes.followUpTwice}>{words.duplicatesLook}</LinkButton>}
              />
            )}
            {!isFile && (
              <div>
                <LinkButton icon="download" href={routes.followUpOne(filePart)}>
                  {words.file.title}
                </LinkButton>
              </div>
            )}
            <EntryList
              desk={desk}
              entries={book.entries}
              found={found}
              chosen={part}
              filters={filters}
              order={order}
              onFilters={setFilters}
              onOrder={setOrder}
              onTell={tell}
              onProblem={setProblem}
            />
          </>
        }
        second={
          <div class={css.part}>
            {part !== undefined && (
              <div class={css.narrowOnly}>
                <LinkButton icon="back" href={routes.followUp}>
                  {words.back}
                </LinkButton>
              </div>
            )}
            {isTwice ? (
              <TwiceDesk groups={groups} desk={desk} onTell={tell} />
            ) : isFile ? (
              <FileDesk entries={book.entries} isOpening={book.opening !== null} desk={desk} onTell={tell} />
            ) : chosen !== undefined ? (
              <EntryDetail
                key={chosen.id}
                entry={chosen}
                entries={book.entries}
                desk={desk}
                linked={linked}
                previous={previous}
                next={next}
                erasing={erasing}
                onTell={tell}
              />
            ) : part === undefined ? (
              <EmptyState icon="person" title={words.chooseOne}>
                <p>{words.chooseOneText}</p>
                <p>{words.shortcuts}</p>
              </EmptyState>
            ) : (
              <EmptyState icon="search" title={words.gone}>
                <p>{words.goneText}</p>
              </EmptyState>
            )}
          </div>
        }
      />
      <Toasts
        toasts={toasts}
        dismissLabel={text.shell.close}
        onDismiss={(id) => setToasts((before) => before.filter((toast) => toast.id !== id))}
      />
    </div>
  );
}
