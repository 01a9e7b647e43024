// Where a frame asks about leaving: nothing, until a form's side puts its question here (leaving.ts).

import { leaving } from './leaving.ts';

export function LeaveAsked() {
  const asked = leaving.value;
  return asked === null ? null : <asked.Question leave={asked.leave} onAnswer={() => (leaving.value = null)} />;
}
