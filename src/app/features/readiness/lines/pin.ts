// Who gets a kiosk back from the public? It is sent nothing about persons (SPEC.md, S15), so that it knows no PIN of anybody's: one is chosen
// for it as it is handed over.

import { type Line, note } from '../line.ts';

export const lookAtPin: Line<'chosen'> = async () => note('chosen');
