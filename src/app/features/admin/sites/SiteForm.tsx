// The fields of a site. While it is being typed, values that change elsewhere come through in the fields nobody touched here.

import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Shown } from '../../../../device/store/records.ts';
import { siteLanguages } from '../../../../domain/partner.ts';
import { type PartnerFields, type SiteFields, siteTypes } from '../../../../domain/places.ts';
import { name } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Chips } from '../../../ui/form/Chips.tsx';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import type { FieldProblem } from '../../../ui/form/field-wiring.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { TextArea } from '../../../ui/form/TextArea.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { ActionBar } from '../../../ui/frame/ActionBar.tsx';
import { useWork } from '../../../use-work.ts';

export interface SiteFormProps {
  readonly id: string | null;
  readonly values: SiteFields;
  /** Those that can be chosen. */
  readonly partners: readonly Shown<PartnerFields>[];
}

export function SiteForm({ id, values, partners }: SiteFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.settings.site;
  const [changed, setChanged] = useState<Partial<SiteFields>>({});
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [saved, setSaved] = useState(false);
  const [typedOthers, setTypedOthers] = useState<string | null>(null);
  const work = useWork();
  const shown = { ...values, ...changed };
  const more = text.partners.site;
  const known = siteLanguages.filter((one) => shown.languages?.includes(one));
  const others = (shown.languages ?? []).filter((one) => !siteLanguages.some((language) => language === one));
  const access = [
    { field: 'parking', label: more.parking, hint: undefined },
    { field: 'power', label: more.power, hint: undefined },
    { field: 'signal', label: more.signal, hint: more.signalHint },
  ] as const;
  const isDirty = Object.keys(changed).length > 0;
  useUnsaved(isDirty);

  function change(fields: Partial<SiteFields>): void {
    setSaved(false);
    setChanged((last) => ({ ...last, ...fields }));
  }

  async function save(): Promise<void> {
    const missing = v.is(name, shown.name) ? [] : [{ field: 'name', message: text.access.missing.name }];
    setProblems(missing);
    if (missing.length > 0) return;
    const done = await work.run(() => device.act.changeSite(id, id === null ? shown : changed));
    if (done === undefined) return;
    setChanged({});
    setSaved(true);
    if (id === null) route(routes.site(done.id), true);
  }

  return (
    <Form problems={problems} problemsTitle={text.shell.errorSummaryTitle} onSubmit={save}>
      <TextField
        name="name"
        label={words.name}
        capitalize="words"
        maxLength={200}
        value={shown.name}
        onInput={(typed) => change({ name: typed })}
      />
      <SelectField
        name="type"
        label={words.type}
        value={shown.type}
        onInput={(chosen) => {
          const type = siteTypes.find((one) => one === chosen);
          if (type !== undefined) change({ type });
        }}
        options={siteTypes.map((value) => ({ value, label: text.words.siteType[value] }))}
      />
      <TextField
        name="address"
        label={words.address}
        hint={words.addressHint}
        optional={`(${text.shell.optional})`}
        maxLength={300}
        value={shown.address}
        onInput={(address) => change({ address })}
      />
      <Chips
        name="languages"
        label={more.languages}
        optional={`(${text.shell.optional})`}
        values={known}
        onChange={(chosen) => change({ languages: [...chosen, ...others] })}
        options={siteLanguages.map((value) => ({ value, label: more.language[value] }))}
      />
      <TextField
        name="otherLanguages"
        label={more.otherLanguage}
        hint={more.otherLanguageHint}
        optional={`(${text.shell.optional})`}
        maxLength={300}
        value={typedOthers ?? others.join(', ')}
        onInput={(typed) => {
          setTypedOthers(typed);
          change({ languages: [...known, ...inWords(typed)] });
        }}
      />
      {access.map(({ field, label, hint }) => (
        <TextField
          key={field}
          name={field}
          label={label}
          hint={hint}
          optional={`(${text.shell.optional})`}
          maxLength={300}
          value={shown[field] ?? ''}
          onInput={(typed) => change({ [field]: typed })}
        />
      ))}
      {partners.length > 0 && (
        <Chips
          name="partners"
          label={more.partners}
          optional={`(${text.shell.optional})`}
          values={shown.partners ?? []}
          onChange={(chosen) => change({ partners: [...chosen] })}
          options={partners.map((one) => ({ value: one.id, label: one.values.name }))}
        />
      )}
      <TextArea
        name="notes"
        label={words.notes}
        hint={words.notesHint}
        optional={`(${text.shell.optional})`}
        maxLength={10_000}
        value={shown.notes}
        onInput={(notes) => change({ notes })}
      />
      {id !== null && (
        <CheckboxField
          name="archived"
          label={words.archived}
          hint={words.archivedHint}
          checked={shown.archived}
          onChange={(archived) => change({ archived })}
        />
      )}
      {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {saved && <Notice tone="done" title={text.shell.saved} announce />}
      <ActionBar>
        <Button look="main" type="submit" disabled={id !== null && !isDirty} busy={work.busy ? text.settings.saving : undefined}>
          {text.shell.save}
        </Button>
        {id === null && (
          <LinkButton look="quiet" href={routes.sites}>
            {text.shell.cancel}
          </LinkButton>
        )}
      </ActionBar>
    </Form>
  );
}

function inWords(typed: string): readonly string[] {
  return typed
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
