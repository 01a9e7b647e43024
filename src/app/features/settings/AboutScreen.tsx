// What Wayside is, which version runs here, and whether all of it is on this device.

import { self } from '../../../device/store/self.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import css from './settings.module.css';

export function AboutScreen() {
  const { device, offline, text } = useApp();
  const words = text.settings.aboutPage;
  const own = useLive(() => self(device.store), []);
  const who = own.state === 'ready' ? own.value.identity : null;
  const app = { ready: words.appReady, preparing: words.appPreparing, unsupported: words.appUnsupported }[offline.readiness.value];
  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.settings, label: text.settings.title }} meta={words.text} />
      {offline.updateWaiting.value && (
        <Notice
          tone="info"
          title={text.shell.updateReady}
          actions={
            !offline.updatesHeld.value && (
              <Button look="main" onClick={() => offline.applyUpdate()}>
                {text.shell.updateNow}
              </Button>
            )
          }
        />
      )}
      <dl class={css.facts}>
        <dt>{words.version}</dt>
        <dd>{device.store.ports.appVersion}</dd>
        <dt>{words.app}</dt>
        <dd>{app}</dd>
        <dt>{words.parts}</dt>
        <dd>{offline.optionalParts.value === 'ready' ? words.partsReady : words.partsWaiting}</dd>
        {who && <dt>{words.device}</dt>}
        {who && <dd>{who.device}</dd>}
        {who && <dt>{words.server}</dt>}
        {who && (
          <dd>
            {who.server.id} · {who.server.epoch}
          </dd>
        )}
      </dl>
      <section class={css.part}>
        <h2 class={css.title}>{words.licences}</h2>
        <p>{words.licencesText}</p>
        <p>{words.privacy}</p>
      </section>
    </>
  );
}
