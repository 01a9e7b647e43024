// What one kind of sign-up asks for.

import { askedFields, type Asking } from '../../../../domain/sign-up-rules.ts';
import type { SignUpKind } from '../../../../domain/sign-up.ts';
import { useApp } from '../../../context.ts';
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx';
import { NumberField } from '../../../ui/form/NumberField.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import css from './sign-up-rules.module.css';
import type { TypedKind } from './typed-rules.ts';

export interface KindRulesPartProps {
  readonly kind: SignUpKind;
  readonly value: TypedKind;
  /** Something in it is to be mended. */
  readonly open: boolean;
  readonly onChange: (set: Partial<TypedKind>) => void;
}

const ways: readonly Asking[] = ['required', 'optional', 'off'];

export function KindRulesPart({ kind, value, open, onChange }: KindRulesPartProps) {
  const { text } = useApp();
  const words = text.asking;
  return (
    <details class={css.kind} open={open}>
      <summary>{text.words.signUpKind[kind]}</summary>
      <div class={css.fields}>
        {askedFields.map((field) => (
          <SelectField
            key={field}
            name={`${kind}-${field}`}
            label={words.field[field]}
            value={value.fields[field] ?? 'off'}
            options={ways.map((way) => ({ value: way, label: words.asked[way] }))}
            onInput={(chosen) => onChange({ fields: { ...value.fields, [field]: ways.find((way) => way === chosen) ?? 'off' } })}
          />
        ))}
      </div>
      <CheckboxField
        name={`${kind}-reachable`}
        label={words.reachable}
        checked={value.reachable}
        onChange={(reachable) => onChange({ reachable })}
      />
      <NumberField
        name={`${kind}-guardianUnder`}
        label={words.guardianUnder}
        hint={words.years}
        value={value.guardianUnder}
        onInput={(guardianUnder) => onChange({ guardianUnder })}
      />
      <NumberField
        name={`${kind}-signatureUnder`}
        label={words.signatureUnder}
        hint={words.years}
        value={value.signatureUnder}
        onInput={(signatureUnder) => onChange({ signatureUnder })}
      />
    </details>
  );
}
