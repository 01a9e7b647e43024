// All that a field for a code and its camera say; a screen may call its two buttons by what is scanned there.

import type { Text } from '../text/text.ts';

export interface ScanButtons {
  readonly scan: string;
  readonly stop: string;
}

export function scanWords({ scanner, scanning }: Text, buttons: ScanButtons = scanning): Text['scanner'] & Text['scanning'] {
  return { ...scanner, ...scanning, scan: buttons.scan, stop: buttons.stop };
}
