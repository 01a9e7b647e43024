// One site as whoever goes there wants to know it: where to park, where the socket is, who lives there, what is planned, what was.

import { sessionsBetween } from '../../../../device/store/sessions.ts';
import { contactsOf, siteLanguages } from '../../../../domain/partner.ts';
import { addDays } from '../../../../domain/shapes.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ComingSessions } from '../../../records/ComingSessions.tsx';
import { HistoryPart } from '../../../records/HistoryPart.tsx';
import { WorkContacts } from '../../../records/WorkContacts.tsx';
import { useToday } from '../../../records/library-day.ts';
import { type Places, usePlaces } from '../../../records/places.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { SaveCalendar } from '../../../records/SaveCalendar.tsx';
import { routes } from '../../../routes.ts';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { DetailRows } from '../../../ui/data/DetailRows.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import css from './site-page.module.css';

export function SitePage({ id }: { readonly id: string }) {
  const { text } = useApp();
  const words = text.settings.site;
  const places = usePlaces();
  const back = { href: routes.sites, label: words.title };
  if (places.state !== 'ready') {
    return (
      <>
        <PageHeader title={words.title} back={back} />
        {places.state === 'problem' ? <ProblemNotice problem={places.problem} /> : <Skeleton label={text.shell.loading} />}
      </>
    );
  }
  const site = places.value.siteById.get(id);
  if (site === undefined) {
    return (
      <>
        <PageHeader title={words.notFound} back={back} />
        <EmptyState icon="place" title={words.notFound}>
          <p>{words.notFoundText}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={site.name}
        back={back}
        meta={[text.words.siteType[site.type], site.archived ? words.archivedMark : ''].filter((part) => part !== '').join(' · ')}
        actions={
          <LinkButton icon="edit" href={routes.changeSite(id)}>
            {text.partners.change}
          </LinkButton>
        }
      />
      <Site id={id} places={places.value} />
    </>
  );
}

function Site({ id, places }: { readonly id: string; readonly places: Places }) {
  const { device, text } = useApp();
  const words = text.settings.site;
  const more = text.partners.site;
  const today = useToday(places.zone);
  const ahead = useLive(async () => {
    const coming = await sessionsBetween(device.store, today, addDays(today, 120));
    return coming.filter(({ values }) => values.site === id && values.status === 'planned');
  }, [id, today]);
  const site = places.siteById.get(id);
  if (site === undefined) return null;
  const languages = (site.languages ?? []).map((one) => {
    const known = siteLanguages.find((language) => language === one);
    return known === undefined ? one : more.language[known];
  });
  const partners = (site.partners ?? []).flatMap((partner) => {
    const known = places.partnerById.get(partner);
    return known === undefined ? [] : [{ id: partner, name: known.name, contacts: contactsOf(known) }];
  });
  const contacts = partners.flatMap(({ name, contacts: people }) => people.map((one) => ({ ...one, of: name })));
  return (
    <div class={css.page}>
      <DetailRows
        rows={[
          { label: words.address, value: site.address, verbatim: true },
          { label: more.parking, value: site.parking ?? '' },
          { label: more.power, value: site.power ?? '' },
          { label: more.signal, value: site.signal ?? '' },
          { label: more.languages, value: text.formatting.list(languages) },
          { label: words.notes, value: site.notes },
          {
            label: more.partners,
            value:
              partners.length === 0
                ? ''
                : partners.map((one) => (
                    <a key={one.id} href={routes.partner(one.id)}>
                      {one.name}{' '}
                    </a>
                  )),
            verbatim: true,
          },
        ]}
      />
      {contacts.length > 0 && <WorkContacts contacts={contacts} />}
      <ComingSessions title={more.ahead} none={more.aheadNone} sessions={ahead.state === 'ready' ? ahead.value : []} places={places} />
      <div>
        <SaveCalendar what={{ site: id }} />
      </div>
      <HistoryPart place={{ type: 'site', id }} zone={places.zone} />
    </div>
  );
}
