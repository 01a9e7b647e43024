// How far the library is with one sign-up. A state is set with one tap and can be taken back; what must still be asked goes sealed into
// the envelope, together with its state.

import { useState } from 'preact/hooks';
import { followUpStates } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DetailRows } from '../../ui/data/DetailRows.tsx';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { Form } from '../../ui/form/Form.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { useWork } from '../../use-work.ts';
import type { Entry } from './book.ts';
import css from './follow-up.module.css';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

/** Letters that fit into what must be asked: a few sentences. */
const longestMissing = 2_000;

export interface StatePartProps {
  readonly entry: Entry;
  readonly desk: Desk;
  readonly onTell: Tell;
}

export function StatePart({ entry, desk, onTell }: StatePartProps) {
  const { device, text } = useApp();
  const words = text.followUp;
  const { contact, signUp, session, id } = entry;
  const { state, by, at } = signUp.followUp;
  const ref = { session, target: id, from: [signUp.sealedIn.id] };
  const work = useWork();
  const [asking, setAsking] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const isDirty = asking !== null && asking !== (contact?.missing ?? '');
  useHoldUpdates(isDirty);
  useUnsaved(isDirty);
  const problems = problemsOf(asking?.trim() ?? '');
  const awaited = desk.awaitedOn(signUp.body.programSession);
  const who = state === 'new' ? '' : `${words.by(desk.staffName(by), text.formatting.moment(at, desk.places.zone))}`;

  async function set(next: (typeof followUpStates)[number]): Promise<void> {
    if (next === 'needs_information' && contact !== null) return setAsking(contact.missing ?? '');
    const facts = await work.run(async () => (await device.act.followUp()).followSignUps([ref], next));
    if (facts !== undefined) onTell(words.saved(1, words.states[next]), facts);
  }

  async function ask(): Promise<void> {
    const missing = asking?.trim() ?? '';
    setTried(true);
    if (contact === null || problems.length > 0) return;
    const facts = await work.run(async () => (await device.act.followUp()).askAboutSignUp(ref, contact, missing));
    if (facts === undefined) return;
    setAsking(null);
    setTried(false);
    onTell(words.saved(1, words.states.needs_information), facts);
  }

  function problemsOf(missing: string): readonly FieldProblem[] {
    const message =
      missing === ''
        ? words.missingEmpty
        : missing.length > longestMissing
          ? text.signUps.problems.long(words.missing, longestMissing)
          : null;
    return message === null ? [] : [{ field: 'missing', message }];
  }

  return (
    <section class={css.section} aria-label={words.setState}>
      <DetailRows
        rows={[
          { label: words.setState, value: who === '' ? words.states[state] : `${words.states[state]} · ${who}` },
          ...(state === 'needs_information' && contact?.missing ? [{ label: words.missing, value: contact.missing, verbatim: true }] : []),
        ]}
      />
      {awaited !== null && state !== 'declined' && <p>{words.doneLater(text.formatting.dayWithYear(awaited))}</p>}
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {asking === null ? (
        <fieldset class={css.actions} aria-label={words.setSelected}>
          {followUpStates
            .filter((one) => (one !== state || one === 'needs_information') && (one !== 'done' || awaited === null))
            .map((one) => (
              <Button key={one} busy={work.busy ? words.applying : undefined} onClick={() => void set(one)}>
                {words.states[one]}
              </Button>
            ))}
        </fieldset>
      ) : (
        <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void ask()}>
          <TextArea name="missing" label={words.missing} hint={words.missingHint} rows={2} value={asking} onInput={setAsking} />
          <div class={css.actions}>
            <Button type="submit" look="main" busy={work.busy ? words.applying : undefined}>
              {words.saveMissing}
            </Button>
            <Button
              onClick={() => {
                setAsking(null);
                setTried(false);
              }}
            >
              {text.shell.cancel}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
