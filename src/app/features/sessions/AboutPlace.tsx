// What whoever stands at the stop asks for: how one gets in, where the socket is, who lives there, whom to call, what was agreed. A part of
// its own, loaded after the session is drawn; it reads nothing that the session screen has not read. Nothing known: nothing drawn.

import { contactsOf, siteLanguages } from '../../../domain/partner.ts';
import type { SessionFields } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import type { Places } from '../../records/places.ts';
import { WorkContacts } from '../../records/WorkContacts.tsx';
import { routes } from '../../routes.ts';
import { DetailRows } from '../../ui/data/DetailRows.tsx';
import css from './about-place.module.css';

export interface AboutPlaceProps {
  readonly values: SessionFields;
  readonly places: Places;
  /** Unfolded from the beginning. */
  readonly open: boolean;
}

export function AboutPlace({ values, places, open }: AboutPlaceProps) {
  const { text } = useApp();
  const words = text.partners;
  const site = values.site === null ? undefined : places.siteById.get(values.site);
  const partners = partnersOf(values, places);
  const contacts = partners.flatMap(({ name, partner }) => contactsOf(partner).map((contact) => ({ ...contact, of: name })));
  const languages = (site?.languages ?? []).map((one) => {
    const known = siteLanguages.find((language) => language === one);
    return known === undefined ? one : words.site.language[known];
  });
  const rows = [
    { label: text.settings.site.address, value: site === undefined || site.address === site.name ? '' : site.address, verbatim: true },
    { label: words.site.parking, value: site?.parking ?? '' },
    { label: words.site.power, value: site?.power ?? '' },
    { label: words.site.signal, value: site?.signal ?? '' },
    { label: words.site.languages, value: text.formatting.list(languages) },
    { label: text.settings.site.notes, value: site?.notes ?? '' },
    { label: text.schedule.goals, value: text.formatting.list((values.goals ?? []).map((goal) => text.schedule.goal[goal])) },
    { label: text.schedule.brings, value: bringsLines() },
    { label: text.shared.notes, value: values.sharedNotes ?? '' },
    ...partners.map(({ name, partner }) => ({
      label: text.sessionSteps.about.agreedWith(name),
      value: [partner.sharedNotes ?? '', partner.notes].filter((part) => part !== '').join('\n'),
    })),
  ].filter(({ value }) => value !== '');
  if (rows.length === 0 && contacts.length === 0) return null;

  return (
    <details class={css.about} open={open}>
      <summary>{text.sessionSteps.about.title}</summary>
      {contacts.length > 0 && <WorkContacts contacts={contacts} />}
      <DetailRows rows={rows} />
      {values.site !== null && site !== undefined && (
        <p>
          <a href={routes.site(values.site)}>{text.sessionSteps.about.more}</a>
        </p>
      )}
    </details>
  );

  function bringsLines(): string {
    const by = (id: string | null) => (id === null ? text.schedule.bringsUs : (places.partnerById.get(id)?.name ?? ''));
    const lines = (values.brings ?? []).filter(({ what }) => what.trim() !== '').map((one) => [by(one.by), one.what]);
    return lines.map((parts) => parts.filter((part) => part !== '').join(': ')).join('\n');
  }
}

/** The session's, and those of the site that one still works with. */
function partnersOf({ site, partners }: SessionFields, { siteById, partnerById }: Places) {
  const atSite = (site === null ? [] : (siteById.get(site)?.partners ?? [])).filter((id) => partnerById.get(id)?.archived !== true);
  return [...new Set([...partners, ...atSite])].flatMap((id) => {
    const partner = partnerById.get(id);
    return partner === undefined ? [] : [{ name: partner.name, partner }];
  });
}
