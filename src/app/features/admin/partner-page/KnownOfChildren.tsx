// What a partner may say of each child beside the name: what it does not know is asked on the day.

import { useApp } from '../../../context.ts';
import type { Child } from '../../../records/class-list.ts';
import { TextField } from '../../../ui/form/TextField.tsx';
import css from './prepare-class.module.css';

export interface KnownOfChildrenProps {
  readonly list: readonly Child[];
  /** Something in it is to be mended. */
  readonly open: boolean;
  readonly onChange: (child: Child, set: Partial<Child>) => void;
}

export function KnownOfChildren({ list, open, onChange }: KnownOfChildrenProps) {
  const { text } = useApp();
  const words = text.asking.prepare;
  return (
    <details class={css.known} open={open || undefined}>
      <summary>{text.shared.prepare.known}</summary>
      <p>{text.shared.prepare.knownText}</p>
      <ol class={css.children} data-marks="none">
        {list.map((child, at) => (
          <li key={child.token}>
            <fieldset class={css.child}>
              <legend translate={false}>{child.name}</legend>
              <TextField
                name={`birthDate-${at + 1}`}
                label={words.birthDate}
                value={child.birthDate}
                onInput={(birthDate) => onChange(child, { birthDate })}
              />
              <TextField
                name={`guardian-${at + 1}`}
                label={words.guardian}
                capitalize="words"
                value={child.guardian}
                onInput={(guardian) => onChange(child, { guardian })}
              />
              <TextField
                name={`phone-${at + 1}`}
                label={words.phone}
                keyboard="tel"
                value={child.phone}
                onInput={(phone) => onChange(child, { phone })}
              />
            </fieldset>
          </li>
        ))}
      </ol>
    </details>
  );
}
