// How far ahead sessions are made, and which vehicle or branch goes there. A change is looked at again at once.

import type { OutletFields } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { NumberField } from '../../ui/form/NumberField.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';
import css from './import.module.css';

export interface Options {
  /** As typed. */
  readonly weeks: string;
  /** '' for none. */
  readonly outlet: string;
}

export interface ImportOptionsProps {
  readonly options: Options;
  readonly outlets: readonly { readonly id: string; readonly values: OutletFields }[];
  readonly onChange: (options: Options) => void;
}

/** As many as this device can tell what is planned already: `mostWeeksOnDevice` of domain/import, which is loaded with the file only. */
const mostWeeks = 17;

export const weeksIn = (typed: string): number => Number(typed.trim());
export const isWeeks = (typed: string): boolean => /^\d{1,2}$/.test(typed.trim()) && weeksIn(typed) >= 1 && weeksIn(typed) <= mostWeeks;

export function ImportOptions({ options, outlets, onChange }: ImportOptionsProps) {
  const { text } = useApp();
  const words = text.importing;
  return (
    <div class={css.options}>
      <NumberField
        name="weeks"
        label={words.weeks}
        hint={words.weeksHint}
        error={isWeeks(options.weeks) ? undefined : words.weeksMissing}
        value={options.weeks}
        min={1}
        max={mostWeeks}
        steps={{ less: words.fewer, more: words.more }}
        onInput={(value) => onChange({ ...options, weeks: value })}
      />
      {outlets.length > 0 && (
        <SelectField
          name="outlet"
          label={words.outlet}
          value={options.outlet}
          placeholder={words.noOutlet}
          onInput={(outlet) => onChange({ ...options, outlet })}
          options={outlets.map(({ id, values }) => ({ value: id, label: values.name }))}
        />
      )}
    </div>
  );
}
