// The answers as they are shown once more before they are sent, each with the question it belongs to.

import { unreachable } from '../../../domain/problem.ts';
import type { Text } from '../../text/text.ts';
import { type KioskForm, peopleOf } from './form.ts';
import { bornOf, type KioskSetup, type Step, stepsOf } from './steps.ts';

export interface Answer {
  /** null: it was not asked, as there is nothing to choose. */
  readonly step: Step | null;
  readonly label: string;
  /** Of several children, whom it is about. */
  readonly name?: string | undefined;
  readonly said: string;
}

export function answersOf(form: KioskForm, setup: KioskSetup, text: Text): readonly Answer[] {
  const only = setup.offers.length === 1 ? answerTo({ name: 'kinds' }, form, setup, text) : [];
  return [
    ...only.map((answer) => ({ step: null, ...answer })),
    ...stepsOf(form, setup).flatMap((step) => answerTo(step, form, setup, text).map((answer) => ({ step, ...answer }))),
  ];
}

function answerTo(step: Step, form: KioskForm, setup: KioskSetup, text: Text): readonly Omit<Answer, 'step'>[] {
  const words = text.kiosk.check;
  const person = 'person' in step ? form.people[step.person] : undefined;
  const name = peopleOf(form).length > 1 ? person?.firstName : undefined;
  const typed = (label: string, said: string) => ({ label, said: said.trim() === '' ? words.nothing : said.trim() });
  switch (step.name) {
    case 'kinds':
      return [typed(words.kinds, text.formatting.list(form.kinds.map((kind) => text.kiosk.kinds.label[kind])))];
    case 'programs':
      return [typed(words.programs, text.formatting.list(form.programs))];
    case 'who':
      return [typed(words.who, form.forWhom === null ? '' : text.kiosk.who[form.forWhom])];
    case 'name':
      return [typed(words.name, `${person?.firstName ?? ''} ${person?.lastName ?? ''}`)];
    case 'born': {
      const born = person === undefined ? null : bornOf(form, setup, person);
      return [{ ...typed(words.born, born === null ? '' : text.formatting.dayWithYear(born)), name }];
    }
    case 'under':
      return [{ ...typed(words.under(step.limit), person?.under[step.limit] === true ? text.kiosk.yes : text.kiosk.no), name }];
    case 'school':
      return [{ ...typed(words.school, person?.school ?? ''), name }];
    case 'guardian':
      return [typed(words.guardian, [form.guardianName, form.guardianRelation].filter((part) => part.trim() !== '').join(', '))];
    case 'reach':
      return [typed(words.phone, form.phone), typed(words.email, form.email)].filter(
        ({ said }, at, both) => said !== words.nothing || both.every((one) => one.said === words.nothing && at === 0),
      );
    case 'address':
      return [typed(words.address, form.address)];
    case 'note':
      return [typed(words.note, form.note)];
    case 'signature':
      return [typed(words.signature, words.signatures[form.signature.way])];
    case 'more':
    case 'grown-up':
    case 'check':
    case 'consent':
      return [];
    default:
      return unreachable(step);
  }
}
