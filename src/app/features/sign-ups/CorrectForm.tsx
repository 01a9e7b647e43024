// New contact details over a sign-up: the old envelope stays in the history.

import { useState } from 'preact/hooks';
import type { Band } from '../../../domain/attendance.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { SignUpRules } from '../../../domain/sign-up-rules.ts';
import type { ContactDetails, SignUpKind } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { contactProblems, correctedContact, needsKept, needsOf } from './check.ts';
import { ContactFields } from './ContactFields.tsx';
import { contactToDraft } from '../../records/sign-up-draft.ts';

export interface CorrectFormProps {
  readonly session: string;
  readonly target: string;
  readonly contact: ContactDetails;
  /** The fact whose envelope the details were opened from. */
  readonly from: string;
  readonly kind: SignUpKind;
  readonly ageBand: Band | null;
  readonly zone: string;
  readonly rules: SignUpRules;
  readonly onDone: () => void;
}

export function CorrectForm({ session, target, contact, from, kind, ageBand, zone, rules, onDone }: CorrectFormProps) {
  const { device, text } = useApp();
  const words = text.signUps.one;
  const today = useToday(zone);
  const [draft, setDraft] = useState(() => contactToDraft(contact));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const needs = needsKept(needsOf(rules, { kinds: [kind], ageBand, birthDate: draft.birthDate }, today), contact);
  const problems = contactProblems(draft, needs, today, text);
  const dirty = JSON.stringify(draft) !== JSON.stringify(contactToDraft(contact));
  useHoldUpdates(dirty);
  useUnsaved(dirty);

  async function save(): Promise<void> {
    setTried(true);
    if (busy || problems.length > 0) return;
    setBusy(true);
    const result = await device.act.correctSignUp(session, target, correctedContact(contact, draft, needs, today), [from]);
    setBusy(false);
    if (result.ok) onDone();
    else setFailed(result.problem);
  }

  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      <h2>{words.correctTitle}</h2>
      {failed !== null && <ProblemNotice problem={failed} title={text.sessions.notSaved} />}
      <ContactFields value={draft} onChange={(set) => setDraft({ ...draft, ...set })} needs={needs} />
      <ActionBar>
        <Button type="submit" look="main" large busy={busy ? text.signUps.form.saving : undefined}>
          {words.correctSave}
        </Button>
        <Button large onClick={onDone}>
          {text.shell.cancel}
        </Button>
      </ActionBar>
    </Form>
  );
}
