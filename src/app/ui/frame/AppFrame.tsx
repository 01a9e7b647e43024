// The frame around every staff screen: skip link, brand, places to go, the state of delivery always in
// sight, and the main landmark. One markup for all sizes; CSS turns the bar at the bottom of a phone into
// a rail from 820 px.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon, type IconName } from '../Icon.tsx';
import css from './app-frame.module.css';
import { useArrival } from './arrival.ts';

export interface AppPlace {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  /** A few characters beside the icon, such as a count; said after the label. */
  readonly badge?: string;
}

export interface AppFrameProps {
  readonly brand: { readonly label: string; readonly href: string };
  readonly skipLabel: string;
  readonly navLabel: string;
  /** Up to five; the bar of a phone holds no more. */
  readonly places: readonly AppPlace[];
  /** The state of delivery; usually FrameDelivery. */
  readonly delivery: ComponentChildren;
  /** Small tools such as ThemeMenu. */
  readonly tools?: ComponentChildren;
  /** What the address is; a change of it is an arrival. */
  readonly place: string;
  readonly children: ComponentChildren;
}

export function AppFrame(props: AppFrameProps) {
  const main = useRef<HTMLElement>(null);
  useArrival(props.place, main);
  return (
    <div class={css.frame}>
      <a class={css.skip} href="#main">
        {props.skipLabel}
      </a>
      <header class={css.top}>
        <a class={css.brand} href={props.brand.href}>
          <Sign />
          <span class={css.brandName}>{props.brand.label}</span>
        </a>
        <div class={css.side}>
          <div class={css.tools}>{props.tools}</div>
          <div class={css.delivery}>{props.delivery}</div>
        </div>
      </header>
      <nav class={css.nav} aria-label={props.navLabel}>
        <ul class={css.places} data-marks="none">
          {props.places.map((place) => (
            <li key={place.href}>
              <a class={css.place} href={place.href} aria-current={place.current ? 'page' : undefined}>
                <span class={css.pill}>
                  <Icon name={place.icon} />
                  {place.badge && <span class={css.badge}>{place.badge}</span>}
                </span>
                <span class={css.placeName}>{place.label}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class={css.main} id="main" ref={main} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

/** The wayside sign: an open book on a post. */
function Sign() {
  return (
    <svg class={css.sign} viewBox="0 0 32 32" aria-hidden="true">
      <path class={css.signPost} d="M16 19v11M11 30h10" />
      <path class={css.signBook} d="M16 7.2C13.4 4.6 9.4 3.6 4 4v13.6c5.4-.4 9.4.6 12 3.2 2.6-2.6 6.6-3.6 12-3.2V4c-5.4-.4-9.4.6-12 3.2Z" />
      <path class={css.signSpine} d="M16 7.6v12.6" />
    </svg>
  );
}
