// People of a file, each with what to look at; their sign-ups are one tap away. Long lists show their beginning first.

import { useRef, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import css from './follow-up.module.css';

export interface FilePeopleProps {
  readonly title: string;
  readonly people: readonly {
    /** Of the sign-up. */
    readonly id: string;
    readonly name: string;
    readonly notes: readonly string[];
  }[];
}

const mostAtFirst = 20;

export function FilePeople({ title, people }: FilePeopleProps) {
  const { text } = useApp();
  const [showsAll, setShowsAll] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  if (people.length === 0) return null;

  // The button goes with what it does; who works by keyboard goes on at the list.
  function showAll(): void {
    setShowsAll(true);
    heading.current?.focus();
  }

  const shown = showsAll ? people : people.slice(0, mostAtFirst);
  return (
    <section class={css.section} aria-label={title}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <List label={title}>
        {shown.map(({ id, name, notes }) => (
          <ListItem key={id}>
            <ListRow href={routes.followUpOne(id)} title={<span translate={false}>{name}</span>} meta={notes.join(' · ')} />
          </ListItem>
        ))}
      </List>
      {shown.length < people.length && (
        <div>
          <Button look="quiet" onClick={showAll}>
            {text.handOuts.bringBack.more(people.length - shown.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
