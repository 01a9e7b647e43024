// The kinds of session this library plans with: Wayside's ten, as the library has adapted them, then its own by name.

import { isOwnTemplate, ownTemplates, type Template, templateWith, usualTemplate } from '../../domain/templates.ts';
import type { Store } from './db.ts';
import { rowsOf } from './records.ts';

/** Those put away too: old sessions refer to them. */
export async function templates(store: Store): Promise<readonly Template[]> {
  const rows = await rowsOf(store, 'template');
  const known = new Map(rows.map(({ record }) => [record.id, templateWith(record).values]));
  const brought = ownTemplates.map((id) => ({ id, values: known.get(id) ?? usualTemplate(id) }));
  const added = [...known].flatMap(([id, values]) => (isOwnTemplate(id) ? [] : [{ id, values }]));
  return [...brought, ...added.sort((a, b) => a.values.name.localeCompare(b.values.name))];
}
