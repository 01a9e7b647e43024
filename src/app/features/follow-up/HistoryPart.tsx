// Who did what with this sign-up, and when: from the facts that name it.

import * as v from 'valibot';
import type { LogEntry } from '../../../device/store/log.ts';
import { signUpHistory } from '../../../device/store/sign-ups.ts';
import { signUpFollowed } from '../../../domain/sign-up.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import type { Entry } from './book.ts';
import css from './follow-up.module.css';
import { MergedHere } from './MergedHere.tsx';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

export interface HistoryPartProps {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly desk: Desk;
  readonly onTell: Tell;
}

export function HistoryPart(props: HistoryPartProps) {
  const { session, id: target, signUp } = props.entry;
  const { desk } = props;
  const { device, text } = useApp();
  const words = text.followUp;
  const live = useLive(() => signUpHistory(device.store, session, target), [session, target]);
  return (
    <section class={css.section} aria-label={words.history}>
      <h3>{words.history}</h3>
      <MergedHere {...props} />
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && (
        <List label={words.history}>
          {live.value.toReversed().map((entry) => (
            <ListItem key={entry.fact.id}>
              <ListRow
                title={entry.voided ? <s>{what(entry)}</s> : what(entry)}
                meta={[
                  text.formatting.moment(entry.fact.at, desk.places.zone),
                  words.by(
                    desk.staffName(entry.fact.staff),
                    entry.fact.id === target ? desk.makerName(signUp) : desk.deviceName(entry.fact.device),
                  ),
                  entry.voided ? words.takenBack : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              />
            </ListItem>
          ))}
        </List>
      )}
    </section>
  );

  function what({ fact }: LogEntry): string {
    switch (fact.kind) {
      case 'sign-up.taken':
        return words.historyOf.taken;
      case 'sign-up.corrected':
        return words.historyOf.corrected;
      case 'sign-up.merged':
        return words.historyOf.merged;
      case 'sign-up.unmerged':
        return words.historyOf.unmerged;
      case 'sign-up.kept-apart':
        return words.historyOf.apart;
      default: {
        const followed = v.safeParse(signUpFollowed, fact.body);
        return followed.success ? words.states[followed.output.state] : fact.kind;
      }
    }
  }
}
