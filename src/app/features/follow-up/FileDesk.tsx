// Sign-ups as a file for the library system. Who is in it, and who is not and why, is seen before it is saved. The file is made in the
// memory of this page; nobody is marked by saving it, because only a person can see whether the import went well.

import { useMemo, useState } from 'preact/hooks';
import { type PatronFile, patronFile } from '../../../device/store/patron-file.ts';
import { csvForSystems, csvText } from '../../../domain/export/csv-text.ts';
import {
  hasAccents,
  longestKohaCode,
  type PatronCodes,
  type PatronDoubt,
  patronFormats,
  patronsOf,
  patronTable,
} from '../../../domain/export/patrons.ts';
import { ok } from '../../../domain/problem.ts';
import { type SignUpKind, signUpKinds } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useWork } from '../../use-work.ts';
import type { Entry } from './book.ts';
import { candidateOf, peopleToEnter, plainTable } from './file-people.ts';
import { FilePeople } from './FilePeople.tsx';
import css from './follow-up.module.css';
import { LastFile } from './LastFile.tsx';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

export interface FileDeskProps {
  readonly entries: readonly Entry[];
  /** Not all is opened yet. */
  readonly isOpening: boolean;
  readonly desk: Desk;
  readonly onTell: Tell;
}

export function FileDesk(props: FileDeskProps) {
  const { device, text } = useApp();
  const before = useLive(() => patronFile(device.store), [device]);
  return (
    <>
      <h2>{text.followUp.file.title}</h2>
      {before.state === 'problem' ? (
        <ProblemNotice problem={before.problem} />
      ) : before.state === 'loading' || props.isOpening ? (
        <Skeleton label={text.followUp.opening} rows={4} />
      ) : (
        <Choose {...props} before={before.value} />
      )}
    </>
  );
}

function Choose({ entries, desk, onTell, before }: FileDeskProps & { readonly before: PatronFile }) {
  const { device, text } = useApp();
  const words = text.followUp.file;
  const today = useToday(desk.places.zone);
  const [kind, setKind] = useState<SignUpKind>('card');
  const [format, setFormat] = useState(before.format);
  const [codes, setCodes] = useState(before.codes);
  const [withAsked, setWithAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const work = useWork();
  // A library system takes in people who get a card.
  const used = kind === 'card' ? format : 'plain';
  const waiting = useMemo(() => peopleToEnter(entries, kind), [entries, kind]);
  const asked = waiting.filter(({ signUp }) => signUp.followUp.state === 'needs_information').length;
  const { whereById } = desk;
  const { chosen, patrons, leftOut } = useMemo(() => {
    const people = waiting.filter(({ signUp }) => withAsked || signUp.followUp.state === 'new');
    const candidates = people.map((one) => candidateOf(one, whereById, today));
    return { chosen: new Map(people.map((one) => [one.id, one])), ...patronsOf(candidates, used) };
  }, [waiting, withAsked, whereById, today, used]);
  const table = useMemo(() => (used === 'plain' ? null : patronTable(patrons, used, codes)), [patrons, used, codes]);
  const name = `${words.name(today)}${used === 'plain' ? '' : `-${used}`}.csv`;
  const isLong = (code: string) => used === 'koha' && [...code.trim()].length > longestKohaCode;
  const problems = (['branch', 'category'] as const)
    .filter((field) => isLong(codes[field]))
    .map((field) => ({ field, message: words.codeLong }));

  async function save(): Promise<void> {
    setTried(true);
    if (problems.length > 0 || patrons.length === 0) return;
    const signUps = patrons.map(({ id }) => id);
    const saved = await work.run(async () => {
      // Remembered first: a file that was saved and not remembered could not be marked after the import.
      const kept = await (await device.act.followUp()).rememberFile({ kind, signUps, format, codes });
      if (!kept.ok) return kept;
      const people = signUps.flatMap((id) => chosen.get(id) ?? []);
      const { columns, rows } = table ?? plainTable(people, desk, text);
      saveFile(name, 'text/csv;charset=utf-8', table === null ? csvText(columns, rows) : csvForSystems(columns, rows));
      return ok(signUps.length);
    });
    if (saved !== undefined) onTell(words.saved(saved));
  }

  const code = (field: keyof PatronCodes, label: string, hint: string) => (
    <TextField
      name={field}
      label={label}
      hint={hint}
      code
      value={codes[field]}
      onInput={(value) => setCodes({ ...codes, [field]: value })}
    />
  );
  const doubtsOf = (id: string, doubts: readonly PatronDoubt[]) => [
    ...doubts.map((doubt) => words.doubts[doubt]),
    ...((chosen.get(id)?.signUp.otherVersions.length ?? 0) > 0 ? [text.followUp.versions.title] : []),
  ];
  return (
    <>
      <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
        <SelectField
          name="kind"
          label={words.kind}
          value={kind}
          options={signUpKinds.map((value) => ({ value, label: text.words.signUpKind[value] }))}
          onInput={(value) => setKind(signUpKinds.find((one) => one === value) ?? kind)}
        />
        {kind === 'card' && (
          <ChoiceGroup
            name="format"
            label={words.format}
            value={format}
            onChange={setFormat}
            choices={patronFormats.map((value) => ({
              value,
              label: value === 'plain' ? words.plain : text.loans.file[value],
              hint: words.hints[value],
            }))}
          />
        )}
        {used === 'koha' && (
          <div class={css.pair}>
            {code('branch', words.branch, words.kohaCodes)}
            {code('category', words.category, words.kohaCodes)}
          </div>
        )}
        {used === 'evergreen' && (
          <div class={css.pair}>
            {code('profile', words.profile, words.evergreenCodes)}
            {code('homeLibrary', words.homeLibrary, words.evergreenCodes)}
          </div>
        )}
        {asked > 0 && (
          <CheckboxField
            name="asked"
            label={words.withAsked(asked)}
            hint={words.withAskedHint}
            checked={withAsked}
            onChange={setWithAsked}
          />
        )}
        {chosen.size === 0 && (
          <EmptyState icon="sign-up" title={words.nothing}>
            <p>{asked > 0 ? words.onlyAsked : words.nothingText}</p>
          </EmptyState>
        )}
        <FilePeople
          key={`left ${kind}`}
          title={words.leftOut(leftOut.length)}
          people={leftOut.map(({ id, reason }) => ({
            id,
            name: chosen.get(id)?.contact?.name ?? text.followUp.sealed,
            notes: [words.reasons[reason]],
          }))}
        />
        <FilePeople
          key={`in ${kind}`}
          title={words.inFile(patrons.length)}
          people={patrons.map(({ id, contact, surname, firstName, doubts }) => ({
            id,
            name: used === 'plain' ? contact.name : [surname, firstName].filter((part) => part !== '').join(', '),
            notes: doubtsOf(id, doubts),
          }))}
        />
        {used === 'evergreen' && patrons.length > 0 && (
          <section class={css.section}>
            <p>{words.command}</p>
            {/* In no language. */}
            <code class={css.command} lang="zxx" translate={false}>
              {loaderCommand(name, codes.homeLibrary)}
            </code>
            {table !== null && hasAccents(table) && (
              <Notice tone="warning" title={words.accents}>
                <p>{words.accentsText}</p>
              </Notice>
            )}
          </section>
        )}
        {patrons.length > 0 && (
          <>
            <Notice tone="info" title={words.clear}>
              <p>{words.clearText}</p>
            </Notice>
            {work.problem !== undefined && <ProblemNotice problem={work.problem} />}
            <ActionBar>
              <Button type="submit" look="main" large icon="download" busy={work.busy ? text.loans.file.saving : undefined}>
                {words.save(patrons.length)}
              </Button>
            </ActionBar>
          </>
        )}
      </Form>
      <LastFile key={kind} saved={before.saved[kind] ?? null} entries={entries} desk={desk} onTell={onTell} />
    </>
  );
}

/** `-CSD`: read as UTF-8. What was typed stands in it only where no shell could take it for more than a name. */
function loaderCommand(file: string, homeLibrary: string): string {
  const library = /^[\w.-]+$/.test(homeLibrary.trim()) ? homeLibrary.trim() : 'SHORTNAME';
  return `perl -CSD patron_loader.pl --file ${file} --org_unit ${library} --date_format "YYYY-MM-DD"`;
}
