// The guardian signs: with a finger, or in one of two ways that need none.

import { useApp } from '../../context.ts';
import { SignaturePad } from '../../records/SignaturePad.tsx';
import { FieldError } from '../../ui/form/FieldError.tsx';
import { useFieldWiring } from '../../ui/form/field-wiring.ts';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import type { QuestionProps } from './ChoiceSteps.tsx';
import type { Signature } from './form.ts';

export function SignatureQuestion({ form, onChange }: QuestionProps) {
  const { text } = useApp();
  const words = text.kiosk.signature;
  const { signature } = form;
  const wiring = useFieldWiring({ name: 'signature', label: words.pad });
  const set = (next: Partial<Signature>) => onChange({ ...form, signature: { ...signature, ...next } });
  return (
    <>
      <ChoiceGroup<Signature['way']>
        name="way"
        label={words.how}
        columns
        value={signature.way}
        onChange={(way) => set({ way })}
        choices={[
          { value: 'drawn', label: words.drawn },
          { value: 'typed', label: words.typed },
          { value: 'desk', label: words.desk },
        ]}
      />
      {signature.way === 'drawn' && (
        <fieldset id={wiring.id} tabIndex={-1} aria-label={words.pad} aria-describedby={wiring.describedBy}>
          <FieldError wiring={wiring} />
          <SignaturePad path={signature.path} onChange={(path) => set({ path })} />
        </fieldset>
      )}
      {signature.way === 'typed' && (
        <TextField name="one" label={words.name} capitalize="words" value={signature.name} onInput={(name) => set({ name })} />
      )}
      {signature.way === 'desk' && <p>{words.deskText}</p>}
    </>
  );
}
