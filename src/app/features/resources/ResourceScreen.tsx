// One resource: made or changed. Only what was changed is saved.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { resources, type Shown } from '../../../device/store/records.ts';
import { type ResourceFields, resourceTypes } from '../../../domain/places.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { useWarnBeforeUnload } from '../../records/use-warn-before-unload.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { FilePart } from './files/FilePart.tsx';
import { itemCodes } from '../../ui/scanner/code-formats.ts';

export function ResourceScreen({ id }: { readonly id: string | null }) {
  const { device, text } = useApp();
  const words = text.resources;
  const live = useLive(() => resources(device.store), [device]);
  const found = live.state === 'ready' ? live.value.find((one) => one.id === id) : undefined;
  return (
    <>
      <PageHeader
        title={id === null ? words.newTitle : (found?.values.title ?? words.editTitle)}
        back={{ href: routes.resources, label: words.title }}
      />
      {live.state === 'loading' && <Skeleton label={words.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && id !== null && found === undefined && <ProblemNotice problem={{ code: 'not-found' }} />}
      {live.state === 'ready' && found?.values.type === 'digital_resource' && <FilePart id={id} values={found.values} />}
      {live.state === 'ready' && (id === null || found !== undefined) && <ResourceForm key={id} resource={found} all={live.value} />}
    </>
  );
}

const empty: ResourceFields = { title: '', type: 'handout', barcode: null, archived: false };

interface ResourceFormProps {
  readonly resource: Shown<ResourceFields> | undefined;
  readonly all: readonly Shown<ResourceFields>[];
}

function ResourceForm({ resource, all }: ResourceFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.resources;
  const [changed, setChanged] = useState<Partial<ResourceFields>>({});
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const stored = resource?.values ?? empty;
  const values = { ...stored, ...changed };
  const dirty = Object.keys(changed).length > 0;
  useHoldUpdates(dirty);
  useWarnBeforeUnload(dirty);

  const same = values.barcode === null ? undefined : all.find((one) => one.id !== resource?.id && one.values.barcode === values.barcode);
  const problems = [
    ...(values.title.trim() === '' ? [{ field: 'title', message: words.nameMissing }] : []),
    ...(values.title.trim().length > 200 ? [{ field: 'title', message: words.nameTooLong }] : []),
    ...(same === undefined ? [] : [{ field: 'barcode', message: words.sameBarcode(same.values.title) }]),
  ];

  function change(set: Partial<ResourceFields>): void {
    setChanged({ ...changed, ...set });
  }

  async function save(): Promise<void> {
    setTried(true);
    if (busy || problems.length > 0) return;
    setBusy(true);
    const set = resource === undefined ? values : changed;
    const result = await device.act.changeResource(resource?.id ?? null, 'title' in set ? { ...set, title: values.title.trim() } : set);
    setBusy(false);
    if (result.ok) route(routes.resources, true);
    else setFailed(result.problem);
  }

  return (
    <Form problems={tried ? problems : []} problemsTitle={text.shell.errorSummaryTitle} onSubmit={() => void save()}>
      {failed !== null && <ProblemNotice problem={failed} title={words.notSaved} />}
      <TextField
        name="title"
        label={words.name}
        hint={words.nameHint}
        capitalize="sentences"
        value={values.title}
        onInput={(title) => change({ title })}
      />
      <ChoiceGroup
        name="type"
        label={words.type}
        columns
        value={values.type}
        onChange={(type) => change({ type })}
        choices={resourceTypes.map((value) => ({ value, label: text.words.resourceType[value] }))}
      />
      <CodeField
        name="barcode"
        label={words.barcode}
        hint={words.barcodeHint}
        optional={text.sessionSteps.optional}
        formats={itemCodes}
        words={scanWords(text, { scan: words.scan, stop: words.stopScan })}
        wholeScreen
        value={values.barcode ?? ''}
        onInput={(barcode) => change({ barcode: barcode.trim() === '' ? null : barcode })}
      />
      {resource !== undefined && (
        <CheckboxField
          name="archived"
          label={words.putAway}
          hint={words.putAwayHint}
          checked={values.archived}
          onChange={(archived) => change({ archived })}
        />
      )}
      <ActionBar>
        <Button type="submit" look="main" large disabled={resource !== undefined && !dirty} busy={busy ? words.saving : undefined}>
          {words.save}
        </Button>
        <LinkButton large href={routes.resources}>
          {text.shell.cancel}
        </LinkButton>
      </ActionBar>
    </Form>
  );
}
