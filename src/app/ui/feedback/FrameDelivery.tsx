// The state of delivery for the frame: a link to the page that explains it. In the narrow rail and on a
// phone it shows the mark and a short word, and says all of it to a screen reader.
import { Icon } from '../Icon.tsx';
import { classes } from '../classes.ts';
import { type DeliveryStateName, stateLooks } from './DeliveryState.tsx';
import css from './delivery-state.module.css';

export interface FrameDeliveryProps {
  readonly state: DeliveryStateName;
  readonly href: string;
  /** What fits in ten characters, usually the count that waits: "14". */
  readonly short: string;
  /** "14 on this device" */
  readonly label: string;
  readonly detail?: string;
}

export function FrameDelivery({ state, href, short, label, detail }: FrameDeliveryProps) {
  return (
    <div class={css.frameBox}>
      <a class={classes(css.frame, stateLooks[state])} href={href}>
        <span class={css.mark}>
          <Icon name={state} />
        </span>
        <span class={css.short} aria-hidden="true">
          {short}
        </span>
        <span class={css.words}>
          <span class={css.label}>{label}</span> {detail && <span class={css.detail}>{detail}</span>}
        </span>
      </a>
    </div>
  );
}
