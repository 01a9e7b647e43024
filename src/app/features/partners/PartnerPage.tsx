// One partner as a person to plan with: whom to call, what was agreed, what is planned together and what the joint sessions came to.
// Joint numbers are counts only; nobody's sign-up is a partner's business.

import { sites } from '../../../device/store/records.ts';
import { sessionsBetween } from '../../../device/store/sessions.ts';
import { contactsOf } from '../../../domain/partner.ts';
import { addDays } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ComingSessions } from '../../records/ComingSessions.tsx';
import { HistoryPart } from '../../records/HistoryPart.tsx';
import { useToday } from '../../records/library-day.ts';
import { type Places, usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { WorkContacts } from '../../records/WorkContacts.tsx';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { DetailRows } from '../../ui/data/DetailRows.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { PartnerAccess } from './PartnerAccess.tsx';
import css from './partners.module.css';

export function PartnerPage({ id }: { readonly id: string }) {
  const { text } = useApp();
  const words = text.partners;
  const places = usePlaces();
  const back = { href: routes.partners, label: words.title };
  const partner = places.state === 'ready' ? places.value.partnerById.get(id) : undefined;
  if (places.state !== 'ready' || partner === undefined) {
    return (
      <>
        <PageHeader title={places.state === 'ready' ? words.notFound : words.title} back={back} />
        {places.state === 'problem' && <ProblemNotice problem={places.problem} />}
        {places.state === 'loading' && <Skeleton label={text.shell.loading} />}
        {places.state === 'ready' && (
          <EmptyState icon="partner" title={words.notFound}>
            <p>{text.settings.site.notFoundText}</p>
          </EmptyState>
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={partner.name}
        back={back}
        meta={partner.archived === true && words.archived}
        actions={
          <LinkButton icon="edit" href={routes.changePartner(id)}>
            {words.change}
          </LinkButton>
        }
      />
      <Partner id={id} places={places.value} />
    </>
  );
}

function Partner({ id, places }: { readonly id: string; readonly places: Places }) {
  const { device, text } = useApp();
  const words = text.partners;
  const today = useToday(places.zone);
  const live = useLive(async () => {
    const [coming, all] = await Promise.all([sessionsBetween(device.store, today, addDays(today, 120)), sites(device.store)]);
    return {
      ahead: coming.filter(({ values }) => values.partners.includes(id) && values.status === 'planned'),
      sites: all.filter(({ values }) => values.partners?.includes(id)),
    };
  }, [id, today]);
  const partner = places.partnerById.get(id);
  if (partner === undefined) return null;
  const contacts = contactsOf(partner);
  const shown = live.state === 'ready' ? live.value : { ahead: [], sites: [] };
  return (
    <div class={css.page}>
      {contacts.length > 0 && (
        <section aria-label={words.contacts}>
          <h2>{words.contacts}</h2>
          <WorkContacts contacts={contacts} />
        </section>
      )}
      <DetailRows
        rows={[
          { label: words.goals, value: text.formatting.list((partner.goals ?? []).map((goal) => text.schedule.goal[goal])) },
          { label: text.shared.notes, value: partner.sharedNotes ?? '' },
          { label: words.notes, value: partner.notes },
          {
            label: words.sites,
            value:
              shown.sites.length === 0
                ? ''
                : shown.sites.map((site) => (
                    <a key={site.id} href={routes.site(site.id)}>
                      {site.values.name}{' '}
                    </a>
                  )),
            verbatim: true,
          },
        ]}
      />
      <ComingSessions title={words.ahead} none={words.aheadNone} sessions={shown.ahead} places={places} />
      {partner.archived !== true && <PartnerAccess key={id} id={id} partner={partner} zone={places.zone} />}
      <HistoryPart place={{ type: 'partner', id }} zone={places.zone} />
    </div>
  );
}
