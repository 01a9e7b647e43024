// The question of each step, as its heading asks it.

import { unreachable } from '../../../domain/problem.ts';
import type { Text } from '../../text/text.ts';
import type { KioskForm } from './form.ts';
import type { Step } from './steps.ts';

/** As it is read aloud, where others stand near: without anybody's name. */
export function spokenTitleOf(step: Step, form: KioskForm, words: Text['kiosk']): string {
  return titleAbout(words.aloud.child, step, form, words);
}

export function titleOf(step: Step, form: KioskForm, words: Text['kiosk']): string {
  const person = 'person' in step ? form.people[step.person] : undefined;
  return titleAbout(isolated(person?.firstName.trim() ?? ''), step, form, words);
}

/**
 * A name within a sentence, between marks that nobody sees (Unicode's first strong isolate): one in Arabic letters leaves the words around it
 * where they are.
 */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function titleAbout(name: string, step: Step, form: KioskForm, words: Text['kiosk']): string {
  const mine = form.forWhom === 'myself';
  switch (step.name) {
    case 'kinds':
    case 'programs':
    case 'who':
    case 'more':
    case 'guardian':
    case 'reach':
    case 'address':
    case 'note':
    case 'signature':
    case 'check':
    case 'consent':
      return words[step.name].title;
    case 'grown-up':
      return words.grownUp.title;
    case 'name':
      if (mine) return words.name.mine;
      return form.forWhom === 'children' ? words.name.ofMany(step.person + 1) : words.name.child;
    case 'born':
      return mine ? words.born.mine : words.born.child(name);
    case 'school':
      return mine ? words.school.mine : words.school.child(name);
    case 'under':
      return mine ? words.under.mine(step.limit) : words.under.child(name, step.limit);
    default:
      return unreachable(step);
  }
}
