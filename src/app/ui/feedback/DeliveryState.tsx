// Where a record is: on this device, on the server, or needing attention. Always an icon in a shape of its
// own (square tray, round check, pointed flag) and the word; color only helps. The words come from the caller.
import { Icon } from '../Icon.tsx';
import { classes } from '../classes.ts';
import css from './delivery-state.module.css';

export type DeliveryStateName = 'on-device' | 'on-server' | 'needs-attention';

export interface DeliveryStateProps {
  readonly state: DeliveryStateName;
  /** "On this device", or with a count, "14 on this device". */
  readonly label: string;
  /** A second, quiet line, such as "Last delivered 16:40". */
  readonly detail?: string;
}

/** The class that carries a state's colors and shape. */
export const stateLooks = {
  'on-device': css.tray,
  'on-server': css.server,
  'needs-attention': css.flag,
} satisfies Record<DeliveryStateName, string | undefined>;

export function DeliveryState({ state, label, detail }: DeliveryStateProps) {
  return (
    <span class={classes(css.state, stateLooks[state])}>
      <span class={css.mark}>
        <Icon name={state} />
      </span>
      <span class={css.words}>
        <span class={css.label}>{label}</span>
        {detail && <span class={css.detail}>{detail}</span>}
      </span>
    </span>
  );
}
