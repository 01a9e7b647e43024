// Which of the library's vehicles and branches go where the file says, by the names it uses for them.

import type { OutletFields } from '../../../domain/places.ts';
import type { TimetablePlan } from '../../../domain/import/plan-timetable.ts';
import { useApp } from '../../context.ts';
import { Notice } from '../../ui/feedback/Notice.tsx';
import css from './import.module.css';

export interface MobilesNoticeProps {
  readonly plan: TimetablePlan;
  readonly outlets: readonly { readonly id: string; readonly values: OutletFields }[];
  /** '' for none. */
  readonly chosen: string;
}

/** A file that has something else in this column can name as many as it has rows. */
const mostShown = 20;

export function MobilesNotice({ plan, outlets, chosen }: MobilesNoticeProps) {
  const { text } = useApp();
  const words = text.importing.mobiles;
  const { mobiles } = plan;
  const nameOf = (outlet: string | null) => outlets.find(({ id }) => id === outlet)?.values.name;
  const chosenName = nameOf(chosen);

  function sentence(mobile: string, outlet: string | undefined): string {
    if (outlet !== undefined) return words.matched(mobile, outlet);
    return chosenName === undefined ? words.none(mobile) : words.chosen(mobile, chosenName);
  }

  return (
    <Notice tone="info" title={words.title}>
      <ul>
        {mobiles.slice(0, mostShown).map(({ name, outlet }) => (
          <li key={name} class={css.name}>
            {sentence(name, nameOf(outlet))}
          </li>
        ))}
        {mobiles.length > mostShown && <li>{words.more(mobiles.length - mostShown)}</li>}
      </ul>
      {plan.unchanged + plan.sessions.changed.length > 0 && <p>{words.kept}</p>}
    </Notice>
  );
}
