// The rhythm of a series in words: 'Every other week on Monday and Thursday'.

import type { Repeat } from '../../../domain/repeat.ts';
import type { Text } from '../../text/text.ts';

export function repeatWords(repeat: Repeat, text: Text): string {
  const words = text.schedule.series;
  if (repeat.kind === 'monthly') return words.monthly(repeat.every, words.turns[`${repeat.turn}`], words.weekday[repeat.day]);
  return words.weekly(repeat.every, text.formatting.list(repeat.days.map((day) => words.weekday[day])));
}
