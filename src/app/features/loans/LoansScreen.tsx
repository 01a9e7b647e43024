// What is out: overdue first, then by the day it is due. Looked at before a stop (what should come back here) and after one.

import { useEffect, useState } from 'preact/hooks';
import { resourcesAmong } from '../../../device/store/catalogue.ts';
import type { Store } from '../../../device/store/db.ts';
import { loans } from '../../../device/store/loans.ts';
import { isOverdue, type Loan } from '../../../domain/loans.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { codesOf, searchFor } from '../../records/catalogue.ts';
import { useToday } from '../../records/library-day.ts';
import { loanWords } from '../../records/loan-words.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { folded } from '../../records/search.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CodeSearchField } from '../../ui/form/CodeSearchField.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';
import css from './loans.module.css';

export function LoansScreen() {
  const { device, text } = useApp();
  const words = text.loans;
  const places = usePlaces();
  const live = useLive(() => openLoans(device.store), [device]);
  // What came back unknown to the tablet that took it in finds its loan here for good.
  useEffect(() => void device.act.settleLoans(), [device]);
  return (
    <>
      <PageHeader
        title={words.title}
        meta={words.lead}
        back={{ href: routes.resources, label: text.resources.title }}
        actions={
          <LinkButton icon="download" href={routes.loansFile}>
            {words.toFile}
          </LinkButton>
        }
      />
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {places.state === 'problem' && <ProblemNotice problem={places.problem} />}
      {live.state === 'ready' && places.state === 'ready' ? (
        <OpenLoans loans={live.value} places={places.value} />
      ) : (
        live.state !== 'problem' && places.state !== 'problem' && <Skeleton label={words.reading} />
      )}
    </>
  );
}

interface OpenLoan {
  readonly loan: Loan;
  /** Of its title: a book lent by its label is in the hand with its ISBN up. */
  readonly codes: readonly string[];
}

async function openLoans(store: Store): Promise<readonly OpenLoan[]> {
  const open = (await loans(store)).filter((loan) => loan.open);
  const items = await resourcesAmong(store, [...new Set(open.flatMap(({ values }) => values.resource ?? []))]);
  const codesById = new Map(items.map(({ id, values }) => [id, codesOf(values)]));
  return open.map((loan) => ({ loan, codes: codesById.get(loan.values.resource ?? '') ?? [] }));
}

function OpenLoans({ loans: open, places }: { readonly loans: readonly OpenLoan[]; readonly places: Places }) {
  const { device, text } = useApp();
  const words = text.loans;
  const today = useToday(places.zone);
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<Loan | null>(null);
  const [told, setTold] = useState('');
  const work = useWork();
  const counts = useFocusGoesOn<HTMLParagraphElement>();
  if (open.length === 0)
    return (
      <>
        <LiveRegion text={told} />
        <EmptyState icon="kit" title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      </>
    );
  const isFound = searchFor(search);
  const rows = open
    .map(({ loan, codes }) => ({ loan, codes, about: loanWords(loan, text, places) }))
    .filter(({ loan: { values }, codes, about }) => isFound(folded([values.title, values.barcode, ...codes, ...about].join('\n'))))
    .sort((a, b) => (dueOf(a.loan) < dueOf(b.loan) ? -1 : 1));
  const overdue = open.filter(({ loan }) => isOverdue(loan, today)).length;

  async function takeIn(loan: Loan): Promise<void> {
    setAsked(null);
    const { barcode, resource, title } = loan.values;
    setTold('');
    const back = await work.run(() => device.act.takeIn(null, { barcode, loan: loan.id, resource, title, today }));
    if (back !== undefined) setTold(words.cameBackOf(title));
  }

  return (
    <>
      <LiveRegion text={told} />
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <p class={css.counts} ref={counts} tabIndex={-1}>
        {words.count(open.length)}
        {overdue > 0 && <strong>{words.overdueCount(overdue)}</strong>}
      </p>
      <CodeSearchField
        name="search"
        label={words.search}
        placeholder={words.searchHint}
        formats={printedCodes}
        words={scanWords(text)}
        wholeScreen
        value={search}
        clearLabel={words.clear}
        onInput={setSearch}
      />
      {rows.length === 0 && <p>{words.noneFound}</p>}
      <WindowedList
        label={words.list}
        items={rows}
        itemKey={({ loan }) => loan.id}
        estimatedHeight={96}
        row={({ loan, about }) => (
          <ListRow
            title={text.handOuts.entry(loan.values.count, loan.values.title)}
            meta={
              <>
                {[...about, loan.values.barcode].filter((part) => part !== '').join(' · ')}
                {isOverdue(loan, today) && <strong class={css.overdue}>{words.overdue}</strong>}
              </>
            }
            trailing={
              <Button icon="check" label={words.cameBackOf(loan.values.title)} onClick={() => setAsked(loan)}>
                {words.cameBack}
              </Button>
            }
          />
        )}
      />
      {asked !== null && (
        <ConfirmDialog
          open
          title={words.askBack}
          confirmLabel={words.cameBack}
          cancelLabel={words.keepOut}
          onCancel={() => setAsked(null)}
          onConfirm={() => void takeIn(asked)}
        >
          <p>{words.askBackText(text.handOuts.entry(asked.values.count, asked.values.title))}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** Deposits without a day come last. */
function dueOf({ values }: Loan): string {
  return `${values.due ?? '9999'} ${values.lentAt ?? ''}`;
}
