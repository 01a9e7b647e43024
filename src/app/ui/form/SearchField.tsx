// What is typed here filters a list at once; there is nothing to press. Escape or the cross empties it.
import { useRef } from 'preact/hooks';
import { IconButton } from '../button/IconButton.tsx';
import { classes } from '../classes.ts';
import { Icon } from '../Icon.tsx';
import css from './field.module.css';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';
import { FieldFrame } from './FieldFrame.tsx';

export interface SearchFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly clearLabel: string;
  readonly placeholder?: string;
}

export function SearchField(props: SearchFieldProps) {
  const wiring = useFieldWiring(props);
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    props.onInput('');
    input.current?.focus();
  };
  return (
    <FieldFrame field={props} wiring={wiring}>
      <div class={css.search}>
        <Icon name="search" />
        <input
          ref={input}
          class={classes(css.control)}
          id={wiring.id}
          name={props.name}
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={props.placeholder}
          value={props.value}
          aria-describedby={wiring.describedBy}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && props.value !== '') {
              event.preventDefault();
              clear();
            }
          }}
        />
        {props.value !== '' && (
          <span class={css.clear}>
            <IconButton icon="close" label={props.clearLabel} onClick={clear} />
          </span>
        )}
      </div>
    </FieldFrame>
  );
}
