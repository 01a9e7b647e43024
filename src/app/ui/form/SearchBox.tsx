// The control of a search, with the cross that empties it; Escape does too.

import { IconButton } from '../button/IconButton.tsx';
import { Icon } from '../Icon.tsx';
import css from './field.module.css';
import type { FieldWiring } from './field-wiring.ts';

export interface SearchBoxProps {
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly clearLabel: string;
  readonly placeholder?: string;
}

export interface WiredSearchBox {
  readonly search: SearchBoxProps;
  readonly wiring: FieldWiring;
  readonly input: { current: HTMLInputElement | null };
  readonly takesCodes?: boolean;
}

export function SearchBox({ search, wiring, input, takesCodes }: WiredSearchBox) {
  const clear = () => {
    search.onInput('');
    input.current?.focus();
  };
  return (
    <div class={css.search}>
      <Icon name="search" />
      <input
        ref={input}
        class={css.control}
        id={wiring.id}
        name={search.name}
        type="search"
        data-takes-codes={takesCodes}
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={search.placeholder}
        value={search.value}
        aria-describedby={wiring.describedBy}
        onInput={(event) => search.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          // What is searched for is there already: a form around it is not to be sent by it.
          if (event.key === 'Enter') event.preventDefault();
          if (event.key === 'Escape' && search.value !== '') {
            event.preventDefault();
            clear();
          }
        }}
      />
      {search.value !== '' && (
        <span class={css.clear}>
          <IconButton icon="close" label={search.clearLabel} onClick={clear} />
        </span>
      )}
    </div>
  );
}
