// The catalogue: what the library brings. Looked through at a desk before a stop, or on the bus for what is aboard; 20,000 titles or ten.

import { useMemo, useState } from 'preact/hooks';
import { movements } from '../../../device/store/loans.ts';
import { type Band, bands } from '../../../domain/attendance.ts';
import { type ResourceTopic, type ResourceType, resourceTopics, resourceTypes } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { findItems, type Item, useCatalogue } from '../../records/catalogue.ts';
import { useToday } from '../../records/library-day.ts';
import { usePlaces, useZone } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { scanWords } from '../../records/scan-words.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { WindowedList } from '../../ui/data/WindowedList.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { CodeSearchField } from '../../ui/form/CodeSearchField.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { printedCodes } from '../../ui/scanner/code-formats.ts';
import { resourceIcon } from '../../records/resource-icon.ts';
import { stockShort } from '../../records/stock-words.ts';
import { useOwnVehicle, vehiclesOf } from '../../records/vehicles.ts';
import { languageName, languagesIn } from './item-language.ts';
import css from './resources.module.css';

export function ResourcesScreen() {
  const { device, text } = useApp();
  const words = text.resources;
  const today = useToday(useZone());
  const [typed, setTyped] = useState('');
  const [type, setType] = useState<ResourceType | ''>('');
  const [topic, setTopic] = useState<ResourceTopic | ''>('');
  const [languageAsked, setLanguage] = useState('');
  const [bandAsked, setBand] = useState<Band | ''>('');
  const [archived, setArchived] = useState(false);
  const [asked, setAsked] = useState('');
  const live = useCatalogue();
  const moving = useLive(() => movements(device.store, today), [today]);
  const catalogue = live.state === 'ready' ? live.value : null;
  const languages = useMemo(() => (catalogue === null ? [] : languagesIn(catalogue)), [catalogue]);
  const hasBands = useMemo(() => catalogue?.items.some(({ values }) => (values.bands ?? []).length > 0) ?? false, [catalogue]);
  // What was chosen in a field that is there no more, because nothing says so any more, narrows nothing.
  const language = languages.includes(languageAsked) ? languageAsked : '';
  const band = hasBands ? bandAsked : '';
  const found = useMemo(
    () => (catalogue === null ? [] : findItems(catalogue, { typed, type, topic, language, band, archived })),
    [catalogue, typed, type, topic, language, band, archived],
  );
  const all = catalogue?.items ?? [];
  const places = usePlaces();
  const outletById = places.state === 'ready' ? places.value.outletById : null;
  const vehicles = outletById === null ? [] : vehiclesOf({ outletById });
  const own = useOwnVehicle(today);
  const vehicle = [asked, own].find((id) => id != null && outletById?.has(id)) ?? vehicles[0]?.id ?? null;

  return (
    <>
      <PageHeader
        title={words.title}
        meta={all.length === 0 ? words.lead : words.count(all.length)}
        actions={
          <>
            <LinkButton icon="clock" href={routes.loans}>
              {words.seeOut}
            </LinkButton>
            <LinkButton icon="upload" href={routes.importTitles}>
              {words.importTitles}
            </LinkButton>
            <LinkButton look="main" icon="add" href={routes.newResource}>
              {words.add}
            </LinkButton>
          </>
        }
      />
      {live.state === 'loading' && <Skeleton label={words.reading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {catalogue !== null && all.length === 0 && (
        <EmptyState icon="kit" title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <CodeSearchField
            name="search"
            label={words.search}
            placeholder={words.searchHint}
            formats={printedCodes}
            words={scanWords(text)}
            wholeScreen
            value={typed}
            clearLabel={words.clear}
            onInput={setTyped}
          />
          <fieldset class={css.filters}>
            <legend class={css.legend}>{words.filters}</legend>
            <SelectField
              name="type"
              label={words.type}
              value={type}
              placeholder={words.anyType}
              onInput={(value) => setType(resourceTypes.find((one) => one === value) ?? '')}
              options={resourceTypes.map((value) => ({ value, label: text.words.resourceType[value] }))}
            />
            <SelectField
              name="topic"
              label={words.topic}
              value={topic}
              placeholder={words.anyTopic}
              onInput={(value) => setTopic(resourceTopics.find((one) => one === value) ?? '')}
              options={resourceTopics.map((value) => ({ value, label: words.topicName[value] }))}
            />
            {languages.length > 0 && (
              <SelectField
                name="language"
                label={words.language}
                value={language}
                placeholder={words.anyLanguage}
                onInput={setLanguage}
                options={languages.map((value) => ({ value, label: languageName(value, text) }))}
              />
            )}
            {hasBands && (
              <SelectField
                name="band"
                label={words.bands}
                value={band}
                placeholder={words.anyBand}
                onInput={(value) => setBand(bands.find((one) => one === value) ?? '')}
                options={bands.map((value) => ({ value, label: text.words.band[value] }))}
              />
            )}
          </fieldset>
          {vehicle !== null && vehicles.length > 1 && (
            <SelectField
              name="vehicle"
              label={words.vehicle}
              value={vehicle}
              onInput={setAsked}
              options={vehicles.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {all.some(({ values }) => values.archived) && (
            <CheckboxField name="archived" label={words.showArchived} checked={archived} onChange={setArchived} />
          )}
          <LiveRegion text={typed === '' ? '' : words.count(found.length)} />
          {found.length === 0 ? (
            <EmptyState icon="search" title={words.noneFoundTitle}>
              {words.noneFoundText}
            </EmptyState>
          ) : (
            <WindowedList label={words.list} items={found} itemKey={({ id }) => id} row={row} />
          )}
        </>
      )}
    </>
  );

  function row({ id, values }: Item) {
    const isRead = moving.state === 'ready' && outletById !== null && own !== undefined;
    const stock = isRead ? stockShort({ id, values }, { outlet: vehicle, outletById, movements: moving.value, today }, text) : '';
    const about = [
      values.favorite === true ? words.favoriteMark : '',
      text.words.resourceType[values.type],
      values.creator ?? '',
      values.language == null ? '' : languageName(values.language, text),
      values.barcode ?? '',
    ];
    return (
      <ListRow
        href={routes.resource(id)}
        icon={resourceIcon(values.type)}
        title={values.title}
        meta={about.filter((part) => part !== '').join(' · ')}
        trailing={values.archived ? words.archived : stock}
      />
    );
  }
}
