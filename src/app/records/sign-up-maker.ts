// Who wrote a sign-up down: this device, another one, or a partner on its own page (S57), whose browser has no name among the library's devices.

import type { SignUp } from '../../device/store/sign-ups.ts';
import type { Text } from '../text/text.ts';
import type { Places } from './places.ts';

/** '' when staff or a visitor did. */
export function preparingPartner({ body }: Pick<SignUp, 'body'>, { partnerById }: Places, text: Text): string {
  return body.preparedBy === undefined ? '' : (partnerById.get(body.preparedBy)?.name ?? text.attendance.unknownDevice);
}
