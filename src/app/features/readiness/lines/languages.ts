// Can every language the library offers be spoken? Each catalogue is loaded whole, as a visitor's choice would.

import { libraryRecord } from '../../../../device/store/records.ts';
import { type Language, languages } from '../../../../domain/shapes.ts';
import { loadText } from '../../../text/text.ts';
import { good, type Line, named, todo, type Verdict } from '../line.ts';

type Word = 'here' | 'missing';

export function languagesVerdict(wanted: readonly Language[], loaded: readonly Language[]): Verdict<Word> {
  const missing = wanted.filter((one) => !loaded.includes(one));
  return missing.length === 0 ? good('here', { count: wanted.length }) : todo('missing', { names: named(missing) });
}

export const lookAtLanguages: Line<Word> = async ({ device }) => {
  const wanted = (await libraryRecord(device.store))?.values.languages ?? languages;
  const loaded = await Promise.all(wanted.map(speaks));
  return languagesVerdict(
    wanted,
    wanted.filter((_, at) => loaded[at]),
  );
};

async function speaks(language: Language): Promise<boolean> {
  try {
    await (await loadText(language)).whole();
    return true;
  } catch {
    return false; // its part is not on this device
  }
}
