// Which program somebody asks for: one that this session offers, a planned session of the library, or what staff type.

import type { offeredPrograms, PlannedProgram } from '../../../domain/programs.ts';
import { useApp } from '../../context.ts';
import { useComingPrograms } from '../../records/coming-programs.ts';
import type { SignUpDraft } from '../../records/sign-up-draft.ts';
import { SelectField } from '../../ui/form/SelectField.tsx';
import { TextField } from '../../ui/form/TextField.tsx';

type Program = Pick<SignUpDraft, 'program' | 'programSession'>;

export interface ProgramFieldsProps {
  readonly session: string;
  readonly zone: string;
  /** By this session, and first to choose from. */
  readonly offered: ReturnType<typeof offeredPrograms>;
  readonly program: Program;
  readonly onChange: (program: Program) => void;
}

export function ProgramFields({ session, zone, offered, program, onChange }: ProgramFieldsProps) {
  const { text } = useApp();
  const words = text.signUps.form;
  const coming = useComingPrograms(session, zone);
  const typed = offered.typed.map((name): PlannedProgram => ({ session: '', name }));
  const others = coming.filter((one) => !offered.planned.some((known) => known.session === one.session));
  const choices = [...offered.planned, ...typed, ...others];
  const isPlanned = program.programSession !== '';
  const chosen = choices.findIndex((one) => one.session === program.programSession && (isPlanned || one.name === program.program));
  return (
    <>
      {choices.length > 0 && (
        <SelectField
          name="planned"
          label={words.planned}
          hint={words.plannedHint}
          value={chosen < 0 ? '' : String(chosen)}
          placeholder={words.plannedNone}
          options={choices.map(({ name }, at) => ({ value: String(at), label: name }))}
          onInput={(value) => {
            const choice = value === '' ? undefined : choices[Number(value)];
            onChange({ program: choice?.name ?? '', programSession: choice?.session ?? '' });
          }}
        />
      )}
      {(chosen < 0 || !isPlanned) && (
        <TextField
          name="program"
          label={words.program}
          hint={words.programHint}
          optional={text.sessionSteps.optional}
          capitalize="sentences"
          value={program.program}
          onInput={(typedProgram) => onChange({ program: typedProgram, programSession: '' })}
        />
      )}
    </>
  );
}
