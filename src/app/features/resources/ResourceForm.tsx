// The fields of a resource. A code is kept in its one spelling; a check digit that does not fit is said under the field and stops nobody.

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Shown } from '../../../device/store/records.ts';
import { bands } from '../../../domain/attendance.ts';
import { looksMistyped, readItemCode } from '../../../domain/item-code.ts';
import { type ResourceFields, resourceTopics, resourceTypes } from '../../../domain/places.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { type Catalogue, itemsWith } from '../../records/catalogue.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { codeTooLong, longestLine } from '../../records/too-long.ts';
import { useUnsaved } from '../../use-unsaved.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { Chips } from '../../ui/form/Chips.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { CodeField } from '../../ui/form/CodeField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { languageName, offeredLanguages } from './item-language.ts';

const empty: ResourceFields = { title: '', type: 'handout', barcode: null, archived: false };

export interface ResourceFormProps {
  readonly resource: Shown<ResourceFields> | null;
  /** null while it is read. */
  readonly catalogue: Catalogue | null;
}

export function ResourceForm({ resource, catalogue }: ResourceFormProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.resources;
  const optional = text.sessionSteps.optional;
  const [changed, setChanged] = useState<Partial<ResourceFields>>({});
  const [codesTyped, setCodes] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const values = { ...(resource?.values ?? empty), ...changed };
  const dirty = Object.keys(changed).length > 0;
  useUnsaved(dirty);

  const same = values.barcode === null || catalogue === null ? [] : itemsWith(catalogue, values.barcode);
  const taken = same.find((item) => item.id !== resource?.id && item.values.barcode !== null);
  const doubtful = [...(values.barcode === null ? [] : [values.barcode]), ...(values.codes ?? [])].find(looksMistyped);
  const problems = [
    ...(values.title.trim() === '' ? [{ field: 'title', message: words.nameMissing }] : []),
    ...(values.title.trim().length > 200 ? [{ field: 'title', message: words.nameTooLong }] : []),
    ...codeTooLong('barcode', readItemCode(values.barcode ?? '').code, { label: words.barcode, most: longestLine }, text),
    ...(taken === undefined ? [] : [{ field: 'barcode', message: words.sameBarcode(taken.values.title) }]),
  ];

  function change(set: Partial<ResourceFields>): void {
    setChanged({ ...changed, ...set });
  }

  async function save(): Promise<void> {
    setTried(true);
    if (busy || problems.length > 0) return;
    setBusy(true);
    const set = resource === null ? values : changed;
    const barcode = values.barcode === null ? null : readItemCode(values.barcode).code;
    const result = await device.act.changeResource(resource?.id ?? null, {
      ...set,
      ...('title' in set ? { title: values.title.trim() } : {}),
      ...('barcode' in set ? { barcode: barcode === '' ? null : barcode } : {}),
    });
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
        hint={doubtful === undefined ? words.barcodeHint : words.codeDoubtful(readItemCode(doubtful).code)}
        optional={optional}
        formats={printedCodes}
        words={scanWords(text, { scan: words.scan, stop: words.stopScan })}
        wholeScreen
        value={values.barcode ?? ''}
        onInput={(barcode) => change({ barcode: barcode.trim() === '' ? null : barcode })}
      />
      <CheckboxField
        name="favorite"
        label={words.favorite}
        hint={words.favoriteHint}
        checked={values.favorite ?? false}
        onChange={(favorite) => change({ favorite })}
      />
      <TextField
        name="creator"
        label={words.creator}
        hint={words.creatorHint}
        optional={optional}
        capitalize="words"
        maxLength={300}
        value={values.creator ?? ''}
        onInput={(creator) => change({ creator })}
      />
      <SelectField
        name="topic"
        label={words.topic}
        value={values.topic ?? ''}
        placeholder={words.noTopic}
        onInput={(value) => change({ topic: resourceTopics.find((one) => one === value) ?? null })}
        options={resourceTopics.map((value) => ({ value, label: words.topicName[value] }))}
      />
      <SelectField
        name="language"
        label={words.language}
        value={values.language ?? ''}
        placeholder={words.noLanguage}
        onInput={(value) => change({ language: value === '' ? null : value })}
        options={[...new Set([...offeredLanguages, ...(values.language == null ? [] : [values.language])])].map((value) => ({
          value,
          label: languageName(value, text),
        }))}
      />
      <Chips
        name="bands"
        label={words.bands}
        optional={optional}
        values={values.bands ?? []}
        onChange={(chosen) => change({ bands: [...chosen] })}
        options={bands.map((value) => ({ value, label: text.words.band[value] }))}
      />
      <TextArea
        name="codes"
        label={words.codes}
        hint={words.codesHint}
        optional={optional}
        rows={3}
        value={codesTyped ?? (values.codes ?? []).join('\n')}
        onInput={(typed) => {
          setCodes(typed);
          change({ codes: codesIn(typed) });
        }}
      />
      {resource !== null && (
        <CheckboxField
          name="archived"
          label={words.putAway}
          hint={words.putAwayHint}
          checked={values.archived}
          onChange={(archived) => change({ archived })}
        />
      )}
      <ActionBar>
        <Button type="submit" look="main" large disabled={resource !== null && !dirty} busy={busy ? words.saving : undefined}>
          {words.save}
        </Button>
        <LinkButton large href={routes.resources}>
          {text.shell.cancel}
        </LinkButton>
      </ActionBar>
    </Form>
  );
}

const mostCodes = 200;

function codesIn(typed: string): string[] {
  const codes = typed.split(/[\n,;]/).map((line) => readItemCode(line.slice(0, 300)).code);
  return [...new Set(codes.filter((code) => code !== ''))].slice(0, mostCodes);
}
