// New contact details over a sign-up, all that an envelope can hold: who corrects at the desk has the paper or the family before them.
// Little is asked for and nothing that was written is dropped; the old envelope stays in the history.

import { useState } from 'preact/hooks';
import type { ContactDetails } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { birthDateProblem, readBirthDate } from '../../records/birth-date.ts';
import { useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { type LongField, tooLong } from '../../records/too-long.ts';
import { useUnsaved } from '../../use-unsaved.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { useWork } from '../../use-work.ts';
import type { Entry } from './book.ts';
import { contactOf, draftOf, type Draft } from './correction.ts';
import css from './follow-up.module.css';
import type { Tell } from './OpenedDesk.tsx';

export interface CorrectDetailsProps {
  readonly entry: Entry;
  readonly contact: ContactDetails;
  readonly zone: string;
  readonly onTell: Tell;
  readonly onDone: () => void;
}

export function CorrectDetails({ entry, contact, zone, onTell, onDone }: CorrectDetailsProps) {
  const { device, text } = useApp();
  const words = text.followUp;
  const form = text.signUps.form;
  const [draft, setDraft] = useState(() => draftOf(contact));
  // What comes in while somebody types was not seen by who types.
  const [from] = useState(entry.signUp.sealedIn.id);
  const [tried, setTried] = useState(false);
  const work = useWork();
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(contact));
  useHoldUpdates(isDirty);
  useUnsaved(isDirty);
  const isSplit = contact.firstName !== undefined || contact.lastName !== undefined;
  const today = useToday(zone);
  const next = contactOf(contact, draft, today);
  const wrongBirthDate = birthDateProblem(readBirthDate(draft.birthDate, today), text.signUps.problems);
  const problems = [
    ...(next.name === '' ? [{ field: isSplit ? 'firstName' : 'name', message: words.nameMissing }] : []),
    ...(next.name.length > 200 ? [{ field: isSplit ? 'firstName' : 'name', message: words.nameLong }] : []),
    ...(wrongBirthDate === null ? [] : [{ field: 'birthDate', message: wrongBirthDate }]),
    ...withLimits.flatMap((field) => tooLong(draft, field, text)),
  ];

  async function save(): Promise<void> {
    setTried(true);
    if (problems.length > 0) return;
    const saved = await work.run(() => device.act.correctSignUp(entry.session, entry.id, next, [from]));
    if (saved === undefined) return;
    onTell(words.historyOf.corrected, saved.fact === null ? [] : [saved.fact]);
    onDone();
  }

  const field = (name: keyof Draft, label: string, parts: { hint?: string; keyboard?: 'tel' | 'email'; capitalize?: 'words' } = {}) => (
    <TextField name={name} label={label} value={draft[name]} onInput={(value) => setDraft({ ...draft, [name]: value })} {...parts} />
  );
  const area = (name: 'address' | 'note', label: string) => (
    <TextArea name={name} label={label} rows={3} value={draft[name]} onInput={(value) => setDraft({ ...draft, [name]: value })} />
  );
  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      <h2>{words.correctTitle}</h2>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {isSplit ? (
        <div class={css.pair}>
          {field('firstName', words.firstName, { capitalize: 'words' })}
          {field('lastName', words.lastName, { capitalize: 'words' })}
        </div>
      ) : (
        field('name', form.name, { capitalize: 'words' })
      )}
      {field('birthDate', form.birthDate, { hint: form.birthDateHint })}
      <div class={css.pair}>
        {field('guardianName', form.guardian, { capitalize: 'words' })}
        {field('guardianRelation', form.guardianRelation)}
      </div>
      <div class={css.pair}>
        {field('phone', form.phone, { keyboard: 'tel' })}
        {field('email', form.email, { keyboard: 'email' })}
      </div>
      {area('address', form.address)}
      {field('school', words.school)}
      {area('note', form.note)}
      <ActionBar>
        <Button type="submit" look="main" large busy={work.busy ? words.applying : undefined}>
          {words.saveCorrection}
        </Button>
        <Button large onClick={onDone}>
          {text.shell.cancel}
        </Button>
      </ActionBar>
    </Form>
  );
}

/** In the order of the form. */
const withLimits: readonly LongField[] = ['guardianName', 'guardianRelation', 'phone', 'email', 'address', 'school', 'note'];
