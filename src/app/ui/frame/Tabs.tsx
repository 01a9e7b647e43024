// The parts of one screen, each with an address of its own: links, so back, reload and sharing work. On a
// phone they are one segmented row, or two.
import css from './tabs.module.css';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  readonly count?: string;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class={css.tabs} aria-label={label}>
      <ul class={css.row} data-marks="none">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a class={css.tab} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              <span>{tab.label}</span>
              {tab.count !== undefined && <span class={css.count}>{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
