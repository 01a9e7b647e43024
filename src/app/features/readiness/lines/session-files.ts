// Are the files here that today's and tomorrow's sessions are to show? The kind of a session names what the library brings to it; a digital
// resource among that is of use at the stop only if its file is wholly kept on this device.

import { resourcesAmong } from '../../../../device/store/catalogue.ts';
import { pinnedFiles } from '../../../../device/store/pinned-files.ts';
import { sessionsBetween } from '../../../../device/store/sessions.ts';
import { templates } from '../../../../device/store/templates.ts';
import { addDays } from '../../../../domain/shapes.ts';
import { good, type Line, named, todo, type Verdict } from '../line.ts';

export interface SessionFilesSeen {
  /** Wholly here, by somebody's wish. */
  readonly here: number;
  /** Nobody has chosen to keep them here: what else is here of them goes when room is short. */
  readonly missing: readonly { readonly resource: string; readonly title: string }[];
  /** Titles of those chosen that have not come whole yet. */
  readonly coming: readonly string[];
}

type Word = 'here' | 'none' | 'missing' | 'coming';

export function sessionFilesVerdict({ here, missing, coming }: SessionFilesSeen): Verdict<Word> {
  if (missing.length > 0) {
    const names = named(missing.map(({ title }) => title));
    return { ...todo('missing', { names }), keep: missing.map(({ resource }) => resource) };
  }
  if (coming.length > 0) return todo('coming', { names: named(coming) });
  return here === 0 ? good('none') : good('here', { count: here });
}

export const lookAtSessionFiles: Line<Word> = async ({ device: { store }, today }) => {
  const [near, kinds, pinned] = await Promise.all([sessionsBetween(store, today, addDays(today, 1)), templates(store), pinnedFiles(store)]);
  const toCome = near.filter(({ values }) => values.status === 'planned' || values.status === 'open');
  const kindsToCome = new Set(toCome.map(({ values }) => values.template));
  const brought = kinds.filter(({ id }) => kindsToCome.has(id)).flatMap(({ values }) => values.resources);
  const things = await resourcesAmong(store, [...new Set(brought)]);
  const chosen = new Map(pinned.map(({ resource, kept }) => [resource, kept?.state === 'complete']));
  const toShow = things.filter(({ values }) => !values.archived && (values.file ?? null) !== null);
  return sessionFilesVerdict({
    here: toShow.filter(({ id }) => chosen.get(id) === true).length,
    missing: toShow.filter(({ id }) => !chosen.has(id)).map(({ id, values }) => ({ resource: id, title: values.title })),
    coming: toShow.filter(({ id }) => chosen.get(id) === false).map(({ values }) => values.title),
  });
};
