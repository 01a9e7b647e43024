// What a library that has just been set up needs before its first outing.

import { useApp } from '../../../context.ts';
import { routes } from '../../../routes.ts';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import css from './devices.module.css';

export function NextSteps({ needsTablet, needsStops }: { readonly needsTablet: boolean; readonly needsStops: boolean }) {
  const { text } = useApp();
  const words = text.access.devices;
  return (
    <section class={css.next}>
      <h2>{needsTablet && needsStops ? words.nextTitle : words.nextStep}</h2>
      <p>{needsTablet ? words.nextText : words.nextStops}</p>
      <div class={css.actions}>
        {needsTablet && (
          <LinkButton icon="device" href={routes.enrollDevice}>
            {words.enrollTablet}
          </LinkButton>
        )}
        {needsStops && (
          <LinkButton icon="upload" href={routes.importStops}>
            {words.importStops}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
