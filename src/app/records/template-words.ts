// Kinds of session and the things on their lists, in the reader's language where the words are Wayside's.

import type { ChecklistItem } from '../../domain/checklist.ts';
import { isOwnItem, isOwnTemplate, type Template } from '../../domain/templates.ts';
import type { Text } from '../text/text.ts';

export function templateName({ id, values }: Template, text: Text): string {
  if (values.name !== '' || !isOwnTemplate(id)) return values.name || id;
  if (id === 'bookmobile_stop') return text.words.activityType.bookmobile_stop;
  return id === 'pop_up_library' ? text.workshops.popUpLibrary : text.words.topic[id];
}

export function itemWords({ id, text: own }: ChecklistItem, text: Text): string {
  return own !== '' ? own : isOwnItem(id) ? text.workshops.item[id] : id;
}
