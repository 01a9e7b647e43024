// A loan in a line: to whom, since when, until when. Never a card's number.

import type { Loan } from '../../domain/loans.ts';
import type { Text } from '../text/text.ts';
import { dayIn } from './library-day.ts';
import type { Places } from './places.ts';

export function loanWords({ values }: Loan, text: Text, { siteById, zone }: Pick<Places, 'siteById' | 'zone'>): readonly string[] {
  const words = text.loans;
  const { to, site, lentAt, due } = values;
  const siteName = (site === null ? undefined : siteById.get(site)?.name) ?? words.unknownSite;
  const whom = { card: words.toCard, person: words.toPerson, site: words.depositAt(siteName) }[to];
  const day = text.formatting.shortDay;
  return [whom, lentAt === null ? '' : words.since(day(dayIn(zone, lentAt))), due === null ? '' : words.due(day(due))].filter(
    (part) => part !== '',
  );
}
