// Who is using this device: a name that goes into what is recorded from now on, with its PIN where it has one. It is a help for the
// library, not a lock.

import { useState } from 'preact/hooks';
import type { StaffFields } from '../../../domain/places.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { useWork } from '../../use-work.ts';
import { AskPin } from './AskPin.tsx';
import css from './settings.module.css';

export interface WhoIsHereProps {
  readonly people: readonly { readonly id: string; readonly values: StaffFields }[];
  readonly chosen: string | null;
}

/** A value that is no record's id: ids have no blanks. */
const nobody = 'nobody in particular';

export function WhoIsHere({ people, chosen }: WhoIsHereProps) {
  const { device, text } = useApp();
  const words = text.settings.person;
  const work = useWork();
  const [asking, setAsking] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const choose = (staff: string | null) => work.run(() => device.act.chooseStaff(staff));
  const offered = people.filter((one) => one.values.active || one.id === chosen);
  return (
    <section class={css.part}>
      <h2 class={css.title}>{words.whoTitle}</h2>
      <p class={css.quiet}>{offered.length === 0 ? words.emptyText : words.whoText}</p>
      {offered.length > 0 && (
        <ChoiceGroup
          name="who"
          label={words.choose}
          labelHidden
          columns
          value={chosen ?? nobody}
          onChange={(value) => {
            const person = offered.find((one) => one.id === value);
            if (person !== undefined && (person.values.pin ?? null) !== null && person.id !== chosen) {
              setAsking({ id: person.id, name: person.values.name });
            } else {
              void choose(value === nobody ? null : value);
            }
          }}
          choices={[...offered.map(({ id, values }) => ({ value: id, label: values.name })), { value: nobody, label: words.nobody }]}
        />
      )}
      {asking !== null && (
        <AskPin
          staff={asking.id}
          name={asking.name}
          onRight={() => {
            setAsking(null);
            void choose(asking.id);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {work.problem && <ProblemNotice problem={work.problem} />}
      <LinkButton look="quiet" icon="people" href={routes.staff}>
        {text.settings.staff}
      </LinkButton>
    </section>
  );
}
