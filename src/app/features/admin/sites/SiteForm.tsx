// The fields of a site. While it is being typed, values that change elsewhere come through in the fields nobody touched here.

import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { type SiteFields, siteTypes } from '../../../../domain/places.ts';
import { name } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { useUnsaved } from '../../../use-unsaved.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
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
}

export function SiteForm({ id, values }: SiteFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.settings.site;
  const [changed, setChanged] = useState<Partial<SiteFields>>({});
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [saved, setSaved] = useState(false);
  const work = useWork();
  const shown = { ...values, ...changed };
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
    if (id === null) route(routes.sites, true);
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
      {work.problem && <ProblemNotice problem={work.problem} />}
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
