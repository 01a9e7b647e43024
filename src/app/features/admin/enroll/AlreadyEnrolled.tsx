// A code brought to a device that has a library: it stays with it. A device never moves to another library with its work on it.

import { libraryRecord } from '../../../../device/store/records.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { routes } from '../../../routes.ts';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { LoneFrame } from '../frame/LoneFrame.tsx';

export function AlreadyEnrolled() {
  const { device, text } = useApp();
  const library = useLive(() => libraryRecord(device.store), []);
  const name = library.state === 'ready' ? (library.value?.values.name ?? '') : '';
  return (
    <LoneFrame title={text.access.alreadyEnrolledTitle} place="already" lead={name !== '' && <p>{text.access.alreadyEnrolledIn(name)}</p>}>
      <p>{text.access.alreadyEnrolledStays}</p>
      <p>{text.access.alreadyEnrolledMove}</p>
      <div>
        <LinkButton look="main" href={routes.today}>
          {text.shell.goToToday}
        </LinkButton>
      </div>
    </LoneFrame>
  );
}
