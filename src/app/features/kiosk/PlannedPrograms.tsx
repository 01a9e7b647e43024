// Planned sessions of the library as programs to choose from: picked one by one, the chosen ones as chips that a tap takes off again.

import type { PlannedProgram } from '../../../domain/programs.ts';
import { useApp } from '../../context.ts';
import { useComingPrograms } from '../../records/coming-programs.ts';
import { useZone } from '../../records/places.ts';
import { Chips } from '../../ui/form/Chips.tsx';
import { SelectField } from '../../ui/form/SelectField.tsx';

export interface PlannedProgramsProps {
  readonly session: string;
  readonly chosen: readonly PlannedProgram[];
  readonly onChange: (chosen: readonly PlannedProgram[]) => void;
}

export function PlannedPrograms({ session, chosen, onChange }: PlannedProgramsProps) {
  const { text } = useApp();
  const words = text.handOver.planned;
  const coming = useComingPrograms(session, useZone());
  const left = coming.filter((one) => !chosen.some((known) => known.session === one.session));
  return (
    <>
      {left.length > 0 && (
        <SelectField
          name="planned"
          label={words.label}
          hint={words.hint}
          value=""
          placeholder={words.choose}
          options={left.map((one) => ({ value: one.session, label: one.name }))}
          onInput={(id) => onChange([...chosen, ...left.filter((one) => one.session === id)])}
        />
      )}
      {chosen.length > 0 && (
        <Chips
          name="chosen"
          label={words.chosen}
          values={chosen.map((one) => one.session)}
          options={chosen.map((one) => ({ value: one.session, label: one.name }))}
          onChange={(kept) => onChange(chosen.filter((one) => kept.includes(one.session)))}
        />
      )}
    </>
  );
}
