// What belongs to this one device: its name, who is using it, its storage, the account signed in on it, and taking Wayside off it.

import { delivery } from '../../../device/store/delivery.ts';
import { staff } from '../../../device/store/records.ts';
import { self } from '../../../device/store/self.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { AccountPart } from './AccountPart.tsx';
import { DeviceNameForm } from './DeviceNameForm.tsx';
import { RemoveDataPart } from './RemoveDataPart.tsx';
import { StoragePart } from './StoragePart.tsx';
import { WhoIsHere } from './WhoIsHere.tsx';

export function ThisDeviceScreen() {
  const { device, text } = useApp();
  const words = text.settings.device;
  const live = useLive(async () => {
    const { store } = device;
    const [own, people, state] = await Promise.all([self(store), staff(store), delivery(store)]);
    return { own, people, state };
  }, []);
  const back = { href: routes.settings, label: text.settings.title };
  if (live.state !== 'ready') {
    return (
      <>
        <PageHeader title={words.title} back={back} />
        {live.state === 'problem' ? <ProblemNotice problem={live.problem} /> : <Skeleton label={text.shell.loading} />}
      </>
    );
  }
  const { own, people, state } = live.value;
  return (
    <>
      <PageHeader title={words.title} back={back} meta={own.identity && words.role(text.words.level[own.identity.level])} />
      <WhoIsHere people={people} chosen={own.staff} />
      <DeviceNameForm />
      <StoragePart storage={state.storage} />
      <AccountPart />
      <RemoveDataPart />
    </>
  );
}
