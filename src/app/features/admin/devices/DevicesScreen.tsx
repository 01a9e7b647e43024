// The coordinator's list of devices: who has delivered, who has not and for how long. It comes from the server; without it, the
// names this device knows are shown, and that is said.

import { useState } from 'preact/hooks';
import { delivery } from '../../../../device/store/delivery.ts';
import { identity } from '../../../../device/store/identity.ts';
import { devices as knownDevices, sites } from '../../../../device/store/records.ts';
import { may } from '../../../../domain/may.ts';
import type { EnrolledDevice } from '../../../../protocol/access.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useAsked } from '../../../use-asked.ts';
import { DeviceCard } from './DeviceCard.tsx';
import css from './devices.module.css';
import { KnownDevices } from './KnownDevices.tsx';
import { NextSteps } from './NextSteps.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';

export function DevicesScreen() {
  const { device, text } = useApp();
  const words = text.access.devices;
  const here = useLive(async () => {
    const { store } = device;
    const [who, records, siteRecords, state] = await Promise.all([identity(store), knownDevices(store), sites(store), delivery(store)]);
    return { who, records, hasSites: siteRecords.length > 0, state };
  }, []);
  const answer = useAsked(() => device.access.devices());
  const [revoking, setRevoking] = useState<EnrolledDevice | undefined>(undefined);
  const [said, setSaid] = useState('');
  if (here.state !== 'ready') {
    return (
      <>
        <PageHeader title={words.title} back={{ href: routes.settings, label: text.settings.title }} />
        {here.state === 'problem' ? <ProblemNotice problem={here.problem} /> : <Skeleton label={text.shell.loading} />}
      </>
    );
  }
  const { who, records, hasSites, state } = here.value;
  // Of itself the device knows better than the server, which has it from the last request.
  const own = { unsent: state.waiting, oldestUnsentAt: state.oldestWaitingAt, attention: state.attention };
  const listed = answer.value?.map((one) => (one.id === who?.device ? { ...one, ...own } : one));
  const active = [...(listed ?? [])].filter((one) => one.revokedAt === null).sort(byUrgency);
  const tablets = active.filter(({ level }) => level !== 'partner').length;
  const ended = (listed ?? []).filter((one) => one.revokedAt !== null);
  const readyOf = (id: string) => records.find((one) => one.id === id)?.values.ready;
  const mayManage = who !== null && may(who.level, 'devices.manage');

  return (
    <>
      <PageHeader
        title={words.title}
        back={{ href: routes.settings, label: text.settings.title }}
        actions={
          mayManage && (
            <LinkButton look="main" icon="qr" href={routes.enrollDevice}>
              {words.enroll}
            </LinkButton>
          )
        }
      />
      {who !== null && (
        <p>
          <a href={routes.ready}>{text.today.ready}</a>
        </p>
      )}
      {said !== '' && <Notice tone="done" title={said} announce />}
      {!mayManage && <p>{words.notYours}</p>}
      {mayManage && listed !== undefined && (tablets <= 1 || !hasSites) && <NextSteps needsTablet={tablets <= 1} needsStops={!hasSites} />}
      {mayManage && listed === undefined && answer.asking && <Skeleton label={words.loading} rows={3} />}
      {mayManage && answer.problem && !answer.asking && (
        <ProblemNotice
          problem={answer.problem}
          actions={
            answer.problem.code === 'not-signed-in' ? (
              <LinkButton href={routes.signIn}>{words.signInTitle}</LinkButton>
            ) : (
              <Button onClick={answer.again}>{text.shell.tryAgain}</Button>
            )
          }
        />
      )}
      {listed === undefined && !answer.asking && <KnownDevices records={records} own={who?.device} />}
      {active.length > 0 && (
        <ul class={css.cards} data-marks="none" aria-label={words.list}>
          {active.map((one) => (
            <DeviceCard
              key={one.id}
              device={one}
              isThis={one.id === who?.device}
              ready={readyOf(one.id)}
              onRevoke={() => setRevoking(one)}
            />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <details class={css.ended}>
          <summary>{words.endedCount(ended.length)}</summary>
          <ul class={css.cards} data-marks="none" aria-label={words.ended}>
            {ended.map((one) => (
              <DeviceCard key={one.id} device={one} isThis={one.id === who?.device} ready={null} onRevoke={undefined} />
            ))}
          </ul>
        </details>
      )}
      {revoking && (
        <RevokeDialog
          device={revoking}
          onClose={() => setRevoking(undefined)}
          onRevoked={() => {
            setSaid(words.revokedDone(revoking.name));
            setRevoking(undefined);
            answer.again();
          }}
        />
      )}
    </>
  );
}

/** Who has held unsent records the longest comes first; then by name. */
function byUrgency(a: EnrolledDevice, b: EnrolledDevice): number {
  const age = (one: EnrolledDevice) => one.oldestUnsentAt ?? '9999';
  return age(a) === age(b) ? a.name.localeCompare(b.name) : age(a) < age(b) ? -1 : 1;
}
