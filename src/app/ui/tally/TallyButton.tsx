// Counts heads in one band. Nearly the whole card is one button that adds one; a strip at its side takes
// one back. The press answers at once by itself; the number changes only when the caller's does, which is
// when it is saved. A held key does not count twice.
import { useRef } from 'preact/hooks';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import { vibrate } from '../vibrate.ts';
import css from './tally-button.module.css';

export interface TallyButtonProps {
  /** The band in words, such as "6–11". */
  readonly label: string;
  readonly count: number;
  /** What a press does, read after label and count, such as "add one". */
  readonly addLabel: string;
  /** Full name of the small button, such as "Take one back, 6–11". */
  readonly takeBackLabel: string;
  readonly onAdd: () => void;
  readonly onTakeBack: () => void;
  /** The session's own band: first, inked, largest. */
  readonly lead?: boolean;
  /** A quiet line below the label. */
  readonly note?: string;
  /** The count in the reader's own digits; the plain number otherwise. */
  readonly formatCount?: (count: number) => string;
  /** A session that is not open shows its counts and takes no taps. */
  readonly disabled?: boolean;
}

export function TallyButton(props: TallyButtonProps) {
  const { count, disabled = false } = props;
  const number = useRef<HTMLSpanElement>(null);
  const nothingToTakeBack = disabled || count <= 0;
  return (
    <div class={classes(css.tally, props.lead && css.lead, disabled && css.off)}>
      <button
        type="button"
        class={css.add}
        disabled={disabled}
        onKeyDown={ignoreHeldKey}
        onClick={() => {
          answer(number.current, 'up');
          props.onAdd();
        }}
      >
        <span class={css.words}>
          <span class={css.label}>{props.label}</span>
          {props.note && <span class={css.note}>{props.note}</span>}
        </span>
        <span class={css.count} ref={number}>
          {props.formatCount ? props.formatCount(count) : count}
        </span>
        <span class={css.unseen}>{props.addLabel}</span>
      </button>
      <button
        type="button"
        class={css.takeBack}
        aria-label={props.takeBackLabel}
        title={props.takeBackLabel}
        // Not `disabled` at zero: the last tap on it would throw away the focus.
        aria-disabled={nothingToTakeBack ? 'true' : undefined}
        disabled={disabled}
        onKeyDown={ignoreHeldKey}
        onClick={() => {
          if (nothingToTakeBack) return;
          answer(number.current, 'down');
          props.onTakeBack();
        }}
      >
        <span class={css.minus}>
          <Icon name="minus" />
        </span>
      </button>
    </div>
  );
}

/** Felt and seen within the frame of the tap, before anything is stored. */
function answer(number: HTMLElement | null, way: 'up' | 'down'): void {
  vibrate(way === 'up' ? 12 : 25);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const away = way === 'up' ? 'translateY(-0.09em) scale(1.07)' : 'translateY(0.07em) scale(0.95)';
  number?.animate({ transform: [away, 'none'] }, { duration: 200, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' });
}

function ignoreHeldKey(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}
