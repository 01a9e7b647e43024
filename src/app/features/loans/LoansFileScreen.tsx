// Loans as a file for Koha or Evergreen. The only place where card numbers of loans leave their seal, which the screen says.

import { useState } from 'preact/hooks';
import { loans } from '../../../device/store/loans.ts';
import { staff } from '../../../device/store/records.ts';
import { evergreenFile, isFresh, kohaFile, type LoanFile, lacksLabel, loanFile } from '../../../domain/export/loan-transactions.ts';
import type { LoanFormat } from '../../../domain/loan.ts';
import type { Loan } from '../../../domain/loans.ts';
import { failed, ok, type Result } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useToday } from '../../records/library-day.ts';
import { useZone } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { UnlockPanel } from '../../records/UnlockPanel.tsx';
import { useVault } from '../../records/use-vault.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useWork } from '../../use-work.ts';

/** At first. */
const mostNamed = 20;

type Which = 'fresh' | 'all';

export function LoansFileScreen() {
  const { device, text } = useApp();
  const words = text.loans.file;
  const zone = useZone();
  const today = useToday(zone);
  const vault = useVault();
  const [format, setFormat] = useState<LoanFormat>('koha');
  const [which, setWhich] = useState<Which>('fresh');
  const [saved, setSaved] = useState<(Pick<LoanFile, 'leftOut' | 'waiting'> & { readonly unreadable: number }) | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const work = useWork();
  const live = useLive(async () => {
    const [all, people] = await Promise.all([loans(device.store), staff(device.store)]);
    return { all: all.filter(({ values }) => !values.canceled), people };
  }, [device]);

  async function save(): Promise<void> {
    setSaved(null);
    const done = await work.run(async () => {
      const opened = await cardsOf(chosen);
      if (!opened.ok) return opened;
      const file = loanFile(all, opened.value.cards, which);
      const version = device.store.ports.appVersion;
      const content = format === 'koha' ? kohaFile(file.transactions, version, zone) : evergreenFile(file.transactions, zone);
      // Marked first: a file that was saved and not marked would go in twice.
      const marked = await device.act.markExported(file.told, format);
      if (!marked.ok) return marked;
      if (file.transactions.length > 0)
        saveFile(
          `${words.name(today)}.${format === 'koha' ? 'koc' : 'xacts'}`,
          format === 'koha' ? 'text/plain' : 'application/json',
          content,
        );
      return ok({ leftOut: file.leftOut, waiting: file.waiting, unreadable: opened.value.unreadable });
    });
    if (done !== undefined) setSaved(done);
  }

  async function cardsOf(
    given: readonly Loan[],
  ): Promise<Result<{ readonly cards: ReadonlyMap<string, string>; readonly unreadable: number }>> {
    const sealed = given.flatMap(({ id, values, sealedIn }) =>
      values.sealed === null || sealedIn === null ? [] : [{ id, sealed: values.sealed, sealedIn: { id: sealedIn, kind: 'loan.changed' } }],
    );
    if (sealed.length === 0) return ok({ cards: new Map(), unreadable: 0 });
    const opened = await device.seal.openMany(sealed);
    if (!opened.ok) return opened;
    const cards = new Map<string, string>();
    for (const [at, { id }] of sealed.entries()) {
      const contact = opened.value[at];
      if (contact?.ok) cards.set(id, contact.value.cardNumber);
    }
    return cards.size === 0 ? failed('seal-unreadable') : ok({ cards, unreadable: sealed.length - cards.size });
  }

  const all = live.state === 'ready' ? live.value.all : [];
  const fresh = all.filter(isFresh);
  const unlabelled = all.filter(lacksLabel);
  const last = all.flatMap(({ values }) => [values.exportedLent, values.exportedReturned]).reduce(newer, null);
  const chosen = which === 'fresh' ? fresh : all;
  return (
    <>
      <PageHeader title={words.title} meta={words.lead} back={{ href: routes.loans, label: text.loans.title }} />
      {live.state === 'loading' && <Skeleton label={text.loans.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && (
        <>
          <UnlockPanel vault={vault} zone={zone} />
          {last !== null && <p>{words.last(text.formatting.moment(last.at, zone), nameOf(last.staff))}</p>}
          <ChoiceGroup
            name="format"
            label={words.format}
            columns
            value={format}
            onChange={setFormat}
            choices={[
              { value: 'koha', label: words.koha, hint: words.kohaHint },
              { value: 'evergreen', label: words.evergreen, hint: words.evergreenHint },
            ]}
          />
          <ChoiceGroup
            name="which"
            label={words.which}
            columns
            value={which}
            onChange={setWhich}
            choices={[
              { value: 'fresh', label: words.fresh, hint: words.freshCount(fresh.length) },
              { value: 'all', label: words.all, hint: words.allCount(all.length) },
            ]}
          />
          {unlabelled.length > 0 && (
            <Notice tone="warning" title={words.noLabel(unlabelled.length)}>
              <ul>
                {unlabelled.slice(0, showsAll ? undefined : mostNamed).map(({ id, values }) => (
                  <li key={id}>
                    {[values.title, ...(values.lentAt === null ? [] : [text.formatting.moment(values.lentAt, zone)])].join(' · ')}
                  </li>
                ))}
              </ul>
              {!showsAll && unlabelled.length > mostNamed && (
                <Button look="quiet" onClick={() => setShowsAll(true)}>
                  {text.handOuts.bringBack.more(unlabelled.length - mostNamed)}
                </Button>
              )}
            </Notice>
          )}
          {work.problem !== undefined && <ProblemNotice problem={work.problem} />}
          {saved !== null && (
            <Notice tone="done" title={words.saved} announce>
              <p>{words.savedText}</p>
              {saved.leftOut > 0 && <p>{words.leftOut(saved.leftOut)}</p>}
              {saved.waiting > 0 && <p>{words.waiting(saved.waiting)}</p>}
              {saved.unreadable > 0 && <p>{words.unreadable(saved.unreadable)}</p>}
            </Notice>
          )}
          {chosen.length === 0 && saved === null && <p>{words.nothing}</p>}
          {chosen.length > 0 && (
            <ActionBar>
              <Button
                look="main"
                large
                icon="download"
                disabled={vault.state !== 'unlocked'}
                busy={work.busy ? words.saving : undefined}
                onClick={() => void save()}
              >
                {vault.state === 'unlocked' ? words.save(chosen.length) : words.locked}
              </Button>
            </ActionBar>
          )}
        </>
      )}
    </>
  );

  function nameOf(id: string | null): string {
    const people = live.state === 'ready' ? live.value.people : [];
    return people.find((one) => one.id === id)?.values.name ?? words.someone;
  }
}

type Mark = Loan['values']['exportedLent'];

function newer(one: Mark, other: Mark): Mark {
  return one === null || (other !== null && other.at > one.at) ? other : one;
}
