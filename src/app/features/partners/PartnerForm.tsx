// A partner's fields. Only what was changed is saved; the one contact that earlier versions kept becomes the first of several.

import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { partners } from '../../../device/store/records.ts';
import { contactsOf } from '../../../domain/partner.ts';
import type { PartnerFields } from '../../../domain/places.ts';
import { goals } from '../../../domain/session.ts';
import { name } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import type { FieldProblem } from '../../ui/form/field-wiring.ts';
import { Form } from '../../ui/form/Form.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import { ContactFields } from './ContactFields.tsx';
import css from './partners.module.css';

const newPartner: PartnerFields = { name: '', contactName: '', contactRole: '', contact: '', notes: '' };

export function PartnerForm({ id }: { readonly id: string | null }) {
  const { device, text } = useApp();
  const words = text.partners;
  const live = useLive(async () => (id === null ? null : ((await partners(device.store)).find((one) => one.id === id) ?? null)), [id]);
  const missing = live.state === 'ready' && live.value === null && id !== null;
  const shown = live.state === 'ready' ? live.value : null;
  const back =
    id === null || missing
      ? { href: routes.partners, label: words.title }
      : { href: routes.partner(id), label: shown?.values.name ?? words.title };
  return (
    <>
      <PageHeader title={missing ? words.notFound : (shown?.values.name ?? words.newTitle)} back={back} />
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={text.shell.loading} />}
      {live.state === 'ready' && !missing && <Fields id={id} values={shown?.values ?? newPartner} />}
    </>
  );
}

function Fields({ id, values }: { readonly id: string | null; readonly values: PartnerFields }) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.partners;
  const [changed, setChanged] = useState<Partial<PartnerFields>>({});
  const [tried, setTried] = useState(false);
  const work = useWork();
  const shown: PartnerFields = { ...values, ...changed };
  const contacts = contactsOf(shown);
  const isDirty = Object.keys(changed).length > 0;
  useUnsaved(isDirty);
  const change = (set: Partial<PartnerFields>) => setChanged((last) => ({ ...last, ...set }));
  const optional = `(${text.shell.optional})`;

  const problems: readonly FieldProblem[] = [
    ...(v.is(name, shown.name) ? [] : [{ field: 'name', message: text.access.missing.name }]),
    ...contacts.flatMap((one, at) => [
      ...(one.name.trim() === '' ? [{ field: `contact-${at}-name`, message: words.contactNameMissing }] : []),
      ...(one.email === '' || one.email.includes('@') ? [] : [{ field: `contact-${at}-email`, message: words.emailWrong }]),
    ]),
  ];

  async function save(): Promise<void> {
    setTried(true);
    if (problems.length > 0) return;
    const saved = await work.run(() => device.act.changePartner(id, id === null ? { ...shown, name: shown.name.trim() } : changed));
    if (saved === undefined) return;
    setChanged({});
    route(routes.partner(saved.id), true);
  }

  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      <TextField
        name="name"
        label={words.name}
        capitalize="words"
        maxLength={200}
        value={shown.name}
        onInput={(typed) => change({ name: typed })}
      />
      <fieldset class={css.contacts}>
        <legend>{words.contacts}</legend>
        <p class={css.hint}>{words.contactsHint}</p>
        <ContactFields contacts={contacts} onChange={(next) => change({ contacts: [...next] })} />
      </fieldset>
      <Chips
        name="goals"
        label={words.goals}
        optional={optional}
        values={shown.goals ?? []}
        onChange={(chosen) => change({ goals: [...chosen] })}
        options={goals.map((value) => ({ value, label: text.schedule.goal[value] }))}
      />
      <TextArea
        name="sharedNotes"
        label={text.shared.notes}
        hint={text.shared.notesHint}
        optional={optional}
        maxLength={10_000}
        value={shown.sharedNotes ?? ''}
        onInput={(sharedNotes) => change({ sharedNotes })}
      />
      <TextArea
        name="notes"
        label={words.notes}
        hint={words.notesHint}
        optional={optional}
        maxLength={10_000}
        value={shown.notes}
        onInput={(notes) => change({ notes })}
      />
      {id !== null && (
        <CheckboxField
          name="archived"
          label={words.archived}
          hint={words.archivedHint}
          checked={shown.archived === true}
          onChange={(archived) => change({ archived })}
        />
      )}
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      <ActionBar>
        <Button look="main" type="submit" disabled={id !== null && !isDirty} busy={work.busy ? text.settings.saving : undefined}>
          {text.shell.save}
        </Button>
        <LinkButton look="quiet" href={id === null ? routes.partners : routes.partner(id)}>
          {text.shell.cancel}
        </LinkButton>
      </ActionBar>
    </Form>
  );
}
