// How many of a thing are aboard, in a word or two; an old count with its day instead, '' where nobody counts.

import type { Stock } from '../../domain/stock.ts';
import type { Text } from '../text/text.ts';

export function stockShort(stock: Stock | null, text: Text): string {
  if (stock === null) return '';
  const words = text.resources;
  if (stock.aboard !== null) return words.aboardShort(stock.aboard);
  return words.countedShort(stock.counted, text.formatting.dayWithYear(stock.since));
}
