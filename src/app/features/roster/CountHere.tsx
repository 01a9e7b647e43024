// The people marked as here, added to the heads: asked for, with the age group, and each person once.

import { useState } from 'preact/hooks';
import { bands } from '../../../domain/attendance.ts';
import { checkedInCount, countedTwice, uncountedCheckIns } from '../../../domain/report.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { isRecording } from '../../records/session-words.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { KeyChoice } from '../../ui/form/KeyChoice.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';
import css from './roster.module.css';

export function CountHere({ session }: { readonly session: Session }) {
  const { device, text } = useApp();
  const words = text.roster;
  const own = session.values.targetAge;
  /** The people a person was asked about: who comes meanwhile is not added unseen. */
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const [band, setBand] = useState(own);
  const [said, setSaid] = useState('');
  const work = useWork();
  const goesOn = useFocusGoesOn<HTMLDivElement>();
  const uncounted = uncountedCheckIns(session);
  const twice = countedTwice(session);

  async function count(people: readonly string[]): Promise<void> {
    const done = await work.run(() => device.act.countCheckIns(session.id, band, people));
    if (done === undefined) return;
    setAsked(null);
    setSaid(done.fact === null ? words.allCounted : words.counted(people.length));
  }

  return (
    <div class={css.counting} ref={goesOn} tabIndex={-1}>
      {twice > 0 && (
        <Notice
          tone="warning"
          title={words.twiceTitle(twice)}
          actions={<LinkButton href={routes.session(session.id)}>{text.sessions.tabs.attendance}</LinkButton>}
        >
          <p>{words.twiceText}</p>
        </Notice>
      )}
      {said !== '' && uncounted.length === 0 && <Notice tone="done" title={said} announce />}
      {isRecording(session) && uncounted.length > 0 && (
        <div>
          <Button icon="people" onClick={() => setAsked(uncounted)}>
            {words.count(uncounted.length)}
          </Button>
        </div>
      )}
      {said === '' && uncounted.length === 0 && checkedInCount(session) > 0 && <p class={css.quiet}>{words.allCounted}</p>}
      {asked !== null && (
        <Dialog
          open
          title={words.countTitle}
          closeLabel={text.shell.close}
          onClose={() => setAsked(null)}
          actions={
            <Button look="main" large wide busy={work.busy ? text.shell.loading : undefined} onClick={() => void count(asked)}>
              {words.countConfirm(asked.length, text.words.bandName[band])}
            </Button>
          }
        >
          {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
          <p>{words.countText}</p>
          <KeyChoice
            legend={words.countBand}
            value={band}
            compact
            onChange={setBand}
            choices={[own, ...bands.filter((one) => one !== own)].map((value) => ({ value, label: text.words.band[value] }))}
          />
        </Dialog>
      )}
    </div>
  );
}
