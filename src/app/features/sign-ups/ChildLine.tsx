// One child of a class: four fields in a row where there is room. Enter in the last line begins the next.

import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import type { Child } from '../../records/class-list.ts';
import css from './prepare-class.module.css';

export interface ChildLineProps {
  readonly child: Child;
  /** 1, 2, 3 … */
  readonly place: number;
  readonly isLast: boolean;
  readonly onChange: (set: Partial<Child>) => void;
  readonly onNext: () => void;
  readonly onRemove: (() => void) | undefined;
}

export function ChildLine({ child, place, isLast, onChange, onNext, onRemove }: ChildLineProps) {
  const { text } = useApp();
  const words = text.asking.prepare;
  const first = useRef<HTMLInputElement>(null);
  // A line that was added is gone on with at once; the first one waits for whoever comes.
  useEffect(() => {
    if (place > 1) first.current?.focus();
  }, []);
  return (
    <li class={css.child}>
      <fieldset
        class={css.line}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !isLast || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          onNext();
        }}
      >
        <legend>{words.child(place)}</legend>
        <TextField
          inputRef={first}
          name={`name-${place}`}
          label={words.name}
          capitalize="words"
          value={child.name}
          onInput={(name) => onChange({ name })}
        />
        <TextField
          name={`birthDate-${place}`}
          label={words.birthDate}
          value={child.birthDate}
          onInput={(birthDate) => onChange({ birthDate })}
        />
        <TextField
          name={`guardian-${place}`}
          label={words.guardian}
          capitalize="words"
          value={child.guardian}
          onInput={(guardian) => onChange({ guardian })}
        />
        <TextField
          name={`phone-${place}`}
          label={words.phone}
          keyboard="tel"
          value={child.phone}
          onInput={(phone) => onChange({ phone })}
        />
      </fieldset>
      {onRemove && <IconButton icon="delete" look="quiet" label={words.remove(place)} onClick={onRemove} />}
    </li>
  );
}
