// Sign-ups that may be one person, beside each other: why we think so, which one stays, and of each detail that differs, which is right.

import { useState } from 'preact/hooks';
import type { Likeness } from '../../../domain/duplicates.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { DetailRows } from '../../ui/data/DetailRows.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { useWork } from '../../use-work.ts';
import { fieldLabel, fieldShown } from './field-words.ts';
import css from './follow-up.module.css';
import { type Choices, differing, firstToKeep, giverOf, mergedContact, mergedFields, type OpenEntry, saidOf } from './merging.ts';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

export interface SideBySideProps {
  readonly entries: readonly OpenEntry[];
  readonly pairs: readonly Likeness[];
  readonly desk: Desk;
  readonly onTell: Tell;
}

export function SideBySide({ entries, pairs, desk, onTell }: SideBySideProps) {
  const { device, text } = useApp();
  const words = text.followUp;
  const [keptId, setKeptId] = useState(() => firstToKeep(entries)?.id);
  const [choices, setChoices] = useState<Choices>({});
  const [asking, setAsking] = useState(false);
  const work = useWork();
  const kept = entries.find(({ id }) => id === keptId) ?? entries[0];
  if (kept === undefined) return null;
  const different = differing(entries);
  const alike = mergedFields.filter((field) => !different.includes(field) && field !== 'signature' && saidOf(kept, field) !== '');
  const best = pairs[0];
  const refOf = ({ session, id, signUp }: OpenEntry) => ({ session, target: id, from: [signUp.sealedIn.id] });

  async function merge(stays: OpenEntry): Promise<void> {
    const gone = entries.filter((entry) => entry !== stays).map(refOf);
    const done = await work.run(async () =>
      (await device.act.followUp()).mergeSignUps({ kept: refOf(stays), gone, contact: mergedContact(entries, stays, choices) }),
    );
    setAsking(false);
    if (done !== undefined) onTell(words.merged);
  }

  async function keepApart(): Promise<void> {
    const facts = await work.run(async () => (await device.act.followUp()).keepSignUpsApart(entries.map(refOf)));
    if (facts !== undefined) onTell(words.keptBoth, facts);
  }

  return (
    <>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {best !== undefined && (
        <p class={css.reasons}>
          <strong>{best.score >= 0.8 ? words.sure.high : best.score >= 0.65 ? words.sure.middle : words.sure.low}</strong>
          {`: ${best.reasons.map((reason) => words.reasons[reason]).join(', ')}.`}
        </p>
      )}
      <ChoiceGroup
        name="stays"
        label={words.stays}
        columns
        value={kept.id}
        onChange={setKeptId}
        choices={entries.map((entry) => ({ value: entry.id, label: entry.contact.name, hint: about(entry) }))}
      />
      {different.map((field) => (
        <ChoiceGroup
          key={field}
          name={field}
          label={`${fieldLabel(field, text)} · ${words.differs}`}
          columns
          value={giverOf(entries, kept, choices, field).id}
          onChange={(id) => setChoices({ ...choices, [field]: id })}
          choices={entries.map((entry) => ({ value: entry.id, label: fieldShown(entry, field, text) }))}
        />
      ))}
      <DetailRows rows={alike.map((field) => ({ label: fieldLabel(field, text), value: fieldShown(kept, field, text), verbatim: true }))} />
      <div class={css.actions}>
        <Button look="main" onClick={() => setAsking(true)}>
          {words.merge}
        </Button>
        <Button busy={work.busy ? words.applying : undefined} onClick={() => void keepApart()}>
          {words.keepBoth}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={words.mergeTitle}
        confirmLabel={words.merge}
        cancelLabel={words.mergeBack}
        busy={work.busy ? words.merging : undefined}
        onConfirm={() => void merge(kept)}
        onCancel={() => setAsking(false)}
      >
        <p>{words.mergeText(entries.length - 1, giverOf(entries, kept, choices, 'name').contact.name)}</p>
      </ConfirmDialog>
    </>
  );

  function about({ session, signUp }: OpenEntry): string {
    const { fact, body, followUp } = signUp;
    return [
      text.words.signUpKind[body.for],
      words.states[followUp.state],
      desk.sessionName(session),
      text.formatting.moment(fact.at, desk.places.zone),
      desk.makerName(signUp),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }
}
