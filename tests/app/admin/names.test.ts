// A class as a list of names: what is read from it, and what stays with each child while it is worked on.

import { expect, test } from 'vitest';
import { namesIn, namesTwice, withNames } from '../../../src/app/features/admin/partner-page/names.ts';
import { type Child, emptyChild } from '../../../src/app/records/class-list.ts';

const child = (name: string, guardian = ''): Child => ({ ...emptyChild(`T${name}`), name, guardian });
const fresh = () => 'NEW';

test('one a line; a spreadsheet’s columns side by side, without its numbers and empty lines', () => {
  expect(namesIn('')).toEqual([]);
  expect(namesIn(' \n\t\n')).toEqual([]);
  expect(namesIn('Ana Núñez\r\n\r\n  Jean-Baptiste\u2028O’Brien\u00a0Zoë')).toEqual(['Ana Núñez', 'Jean-Baptiste', 'O’Brien Zoë']);
  expect(namesIn('1.\tPérez\tAna\n2)\tOkafor\tChidi\n3\t李\t小龙\n')).toEqual(['Pérez Ana', 'Okafor Chidi', '李 小龙']);
});

test('what is known of a child stays with it when lines come, go and change places', () => {
  const before = [child('Ana', 'Marie'), child('Ben', 'Paul'), child('Cy')];
  const after = withNames(before, ['Cy', 'Ana', 'Benny'], fresh);
  expect(after.map(({ token, name, guardian }) => [token, name, guardian])).toEqual([
    ['TCy', 'Cy', ''],
    ['TAna', 'Ana', 'Marie'],
    ['TBen', 'Benny', 'Paul'], // one gone, one new, and alike: that is a correction
  ]);
  expect(withNames(before, ['Eve', 'Fay', 'Gil'], fresh).map(({ token, guardian }) => [token, guardian])).toEqual([
    ['NEW', ''],
    ['NEW', ''],
    ['NEW', ''],
  ]);
});

test.each([
  ['Ben', 'Dee'],
  ['Ben Ortiz', 'B'],
  ['Ben', 'D'],
  ['Li', 'Lu'],
  ['王芳', '李芳'],
  ['Ana Pérez', 'Luis Pérez'],
])('another name typed over one is another child: %s, %s', (before, after) => {
  expect(withNames([child('Ana', 'Marie'), child(before, 'Paul')], ['Ana', after], fresh)).toEqual([
    child('Ana', 'Marie'),
    { ...emptyChild('NEW'), name: after },
  ]);
});

test.each([
  ['Ann', 'Ana'],
  ['Ben Ortiz', 'Bn Ortiz'],
  ['Ben Ortiz', 'Ben Ortíz'],
  ['Wideline', 'Widlin'],
  ['Pérez Ana', 'Ana Pérez'],
  ['Ana Núñez', 'Ana María Núñez'],
  ['王小芳', '王晓芳'],
])('a name that was mended stays the same child: %s, %s', (before, after) => {
  expect(withNames([child(before, 'Paul')], [after], fresh)).toEqual([{ ...child(before, 'Paul'), name: after }]);
});

test('a name is corrected letter by letter, also through one that is there already', () => {
  let children: readonly Child[] = [child('Ana', 'Marie'), child('An', 'Paul')];
  for (const second of ['Ana', 'Anab', 'Anabe', 'Anabel']) children = withNames(children, ['Ana', second], fresh);
  expect(children.map(({ name, guardian }) => [name, guardian])).toEqual([
    ['Ana', 'Marie'],
    ['Anabel', 'Paul'],
  ]);
});

test('two of one name are two children, and it is said', () => {
  const two = withNames([], ['Ana', 'Ana'], fresh);
  expect(two).toHaveLength(2);
  expect(namesTwice(['Ana Núñez', 'Ben', 'ana nunez', 'Ana Núñez', 'Cy'])).toEqual(['ana nunez']);
  expect(namesTwice(['Ana', 'Ben'])).toEqual([]);
});
