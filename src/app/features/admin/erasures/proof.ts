// Who has heard of an erasure, and the proof as plain text: ids, times, devices; no person.

import type { Erasure, ErasuresAnswer } from '../../../../protocol/erase.ts';
import type { Text } from '../../../text/text.ts';

type Devices = ErasuresAnswer['devices'];

/** [S36] Confirmed, not yet, and those that never will. */
export function hearing({ sequence }: Pick<Erasure, 'sequence'>, devices: Devices) {
  const heard = (one: Devices[number]) => one.pulled !== null && one.pulled >= sequence;
  return {
    confirmed: devices.filter(heard),
    open: devices.filter((one) => !heard(one) && !one.revoked),
    revoked: devices.filter((one) => !heard(one) && one.revoked),
  };
}

export function byWords({ by }: Pick<Erasure, 'by'>, words: Text['erasing']): string {
  if (by.kind === 'command' || by.kind === 'server') return words.by[by.kind];
  return by.name === null ? words.by.gone : words.by[by.kind](by.name);
}

export function proofText(
  erasure: Erasure,
  devices: Devices,
  { library, at, words }: { readonly library: string; readonly at: string; readonly words: Text['erasing'] },
): string {
  const { confirmed, open, revoked } = hearing(erasure, devices);
  const part = (title: string, lines: readonly string[]) => [
    title,
    ...(lines.length === 0 ? [words.proof.none] : lines).map((one) => `  ${one}`),
    '',
  ];
  const named = (some: Devices) => some.map(({ name, id }) => `${name} (${id})`);
  return [
    words.proof.title,
    '',
    `${words.proof.library}: ${library}`,
    `${words.proof.at}: ${at}`,
    `${byWords(erasure, words)}. ${words.number(erasure.sequence)}`,
    '',
    ...part(words.proof.records, erasure.ids),
    ...part(words.proof.confirmed, named(confirmed)),
    ...part(words.proof.open, named(open)),
    ...part(words.proof.revoked, named(revoked)),
    words.backups,
    '',
  ].join('\r\n');
}
