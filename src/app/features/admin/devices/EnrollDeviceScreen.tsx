// The coordinator's side of enrollment: a code to scan or type, how long it works, and the moment the new device has arrived.

import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../../context.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { Notice } from '../../../ui/feedback/Notice.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { ChoiceGroup } from '../../../ui/form/ChoiceGroup.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useAsked } from '../../../use-asked.ts';
import { Invite } from './Invite.tsx';
import css from './enroll-device.module.css';
import { useArrivals } from './use-arrivals.ts';

type Role = 'staff' | 'kiosk';

export function EnrollDeviceScreen() {
  const { device, text } = useApp();
  const words = text.access.invite;
  const [role, setRole] = useState<Role>('staff');
  const invite = useAsked(() => device.access.invite(role));
  const { arrived, nextNumber } = useArrivals();

  useEffect(() => {
    if (invite.value !== undefined) invite.again();
  }, [role, arrived.length]);

  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.devices, label: words.backToDevices }} meta={words.text} />
      {arrived.map((name) => (
        <Notice key={name} tone="done" title={words.arrived(name)} announce />
      ))}
      <div class={css.columns}>
        <ChoiceGroup
          name="role"
          label={words.role}
          value={role}
          onChange={setRole}
          choices={[
            { value: 'staff', label: words.roles.staff, hint: words.roleHints.staff, icon: 'people' },
            { value: 'kiosk', label: words.roles.kiosk, hint: words.roleHints.kiosk, icon: 'device' },
          ]}
        />
        {invite.problem && !invite.asking ? (
          <ProblemNotice
            problem={invite.problem}
            actions={
              invite.problem.code === 'not-signed-in' ? (
                <LinkButton href={routes.signIn}>{text.access.devices.signInTitle}</LinkButton>
              ) : (
                <Button onClick={invite.again}>{text.shell.tryAgain}</Button>
              )
            }
          />
        ) : invite.value === undefined ? (
          <Skeleton label={words.making} rows={4} />
        ) : (
          <Invite invite={invite.value} number={nextNumber} making={invite.asking} onAnother={invite.again} />
        )}
      </div>
    </>
  );
}
