// Made-up people who sign up, as they would fill in the form: three languages, one-word names, a guardian for a child.

import type { Band } from '../domain/attendance.ts';
import { addDays, type Day, type Language } from '../domain/shapes.ts';
import type { ContactDetails, SignUpKind } from '../domain/sign-up.ts';
import type { Chance } from './chance.ts';

export interface Person {
  readonly for: SignUpKind;
  readonly language: Language;
  readonly ageBand: Band;
  readonly contact: ContactDetails;
}

const names: Readonly<Record<Language, { readonly first: readonly string[]; readonly last: readonly string[] }>> = {
  'en-US': {
    first: ['Amber', 'Devon', 'Keisha', 'Liam', 'Mia', 'Jordan', 'Priya', 'Walter', 'Zoe', 'Caleb'],
    last: ['Barlow', 'Finch', 'Greene', 'Holloway', 'Nguyen', 'Okoye', 'Sutter', 'Van Dyke', 'Whitlock', 'Young-Hale'],
  },
  'es-US': {
    first: ['Camila', 'Diego', 'Inés', 'José Luis', 'Lucía', 'Mateo', 'Ñusta', 'Óscar', 'Valentina', 'Yolanda'],
    last: ['Acevedo', 'Bolaños', 'Castañeda Ruiz', 'De la Peña', 'Ibáñez', 'Núñez', 'Peña Soto', 'Quispe', 'Urrutia', 'Zambrano'],
  },
  ht: {
    first: ['Daphnée', 'Èzili', 'Fabiola', 'Jean-Baptiste', 'Loveda', 'Manoucheka', 'Naïka', 'Stevenson', 'Wideline', 'Woodly'],
    last: ['Alcius', 'Bélizaire', 'Charlestin', 'D’Haïti', 'Désir', 'Exantus', 'Jean-Louis', 'Lafleur', 'Saint-Fleur', 'Toussaint'],
  },
};

const ages: Readonly<Record<Band, readonly [number, number]>> = {
  '0-5': [3, 5],
  '6-11': [6, 11],
  '12-18': [12, 17],
  '19+': [19, 80],
  general: [19, 70],
};

export function aPerson(chance: Chance, language: Language, today: Day): Person {
  const { first, last } = names[language];
  const family = chance.oneOf(last);
  const ageBand = chance.oneOf<Band>(['6-11', '6-11', '12-18', '0-5', '19+', '19+', '19+']);
  const [youngest, oldest] = ages[ageBand];
  const child = ageBand !== '19+';
  const number = chance.between(100, 199);
  const contact: ContactDetails = {
    name: chance.inHundred(3) ? chance.oneOf(first) : `${chance.oneOf(first)} ${family}`,
    phone: chance.oneOf([`305-555-0${number}`, `(305) 555 0${number}`, '']),
    email: chance.inHundred(45) ? `reader${chance.between(10, 9_999)}@mail.example` : '',
    address: `${chance.between(2, 2_200)} ${chance.oneOf(['Palmetto Avenue', 'NE Mango Lane', 'Calle Jardín', 'Coral Road', 'Heron Street'])}`,
    birthDate: chance.inHundred(80) ? addDays(today, -chance.between(youngest * 366, oldest * 365 + 300)) : null,
    guardian: child
      ? { name: `${chance.oneOf(first)} ${family}`, relation: chance.oneOf(['mother', 'father', 'grandmother', 'aunt']) }
      : null,
    cardNumber: '',
    note: chance.inHundred(12)
      ? chance.oneOf(['Call after 5 pm', 'Prefers text messages', 'Wants the large print list', 'Twin sister signs up too'])
      : '',
  };
  return {
    for: chance.oneOf<SignUpKind>(['card', 'card', 'card', 'program', 'newsletter', 'reading_challenge', 'volunteering']),
    language,
    ageBand,
    contact,
  };
}
