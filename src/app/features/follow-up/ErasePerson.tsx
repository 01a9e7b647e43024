// Erasing a person who asks for it: the open sign-up and, each with a box to tick, the person's others. Nothing that is not certain is
// ticked beforehand, nothing is done without the server, and it is asked once more with the number.

import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { CheckboxField } from '../../ui/form/CheckboxField.tsx';
import { GroupFrame } from '../../ui/form/GroupFrame.tsx';
import { useFieldWiring } from '../../ui/form/field-wiring.ts';
import type { Entry } from './book.ts';
import css from './follow-up.module.css';
import { type Other, type Others, othersOf } from './others-of.ts';
import type { Desk } from './use-desk.ts';
import type { Erasing } from './use-erasing.ts';

export interface ErasePersonProps {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly desk: Desk;
  readonly erasing: Erasing;
}

export function ErasePerson(props: ErasePersonProps) {
  const { device, text } = useApp();
  const words = text.erasing;
  const [looking, setLooking] = useState(false);
  const [others, setOthers] = useState<Others | null>(null);
  const { entry, entries } = props;

  useEffect(() => {
    if (!looking) return undefined;
    const stopping = new AbortController();
    const open = async (signUps: Parameters<typeof device.seal.openMany>[0]) => {
      const answer = await device.seal.openMany(signUps, { stop: stopping.signal });
      return answer.ok ? answer.value : null;
    };
    void othersOf(entry, entries, (signUps) => open(signUps), stopping.signal).then((found) => found !== null && setOthers(found));
    return () => stopping.abort();
    // What is delivered meanwhile would move boxes under the finger: looked up once.
  }, [looking]);

  return (
    <section class={css.erase} aria-label={words.erase}>
      {!looking && (
        <>
          <Button look="danger" icon="delete" onClick={() => setLooking(true)}>
            {words.erase}
          </Button>
          <p class={css.reasons}>{words.eraseText}</p>
        </>
      )}
      {looking && others === null && <Skeleton label={words.person.looking} rows={2} />}
      {looking && others !== null && (
        <Choose
          {...props}
          others={others}
          onBack={() => {
            setLooking(false);
            setOthers(null);
          }}
        />
      )}
    </section>
  );
}

interface ChooseProps extends ErasePersonProps {
  readonly others: Others;
  readonly onBack: () => void;
}

function Choose({ entry, desk, erasing, others, onBack }: ChooseProps) {
  const { text } = useApp();
  const words = text.erasing;
  const [ids, setIds] = useState<ReadonlySet<string>>(
    () => new Set([entry.id, ...others.found.filter(({ isCertain }) => isCertain).map((one) => one.entry.id)]),
  );
  const [asking, setAsking] = useState(false);
  const group = { name: 'erase', label: words.person.which, hint: words.person.whichHint };
  const wiring = useFieldWiring(group);
  const all: readonly Pick<Other, 'entry' | 'reasons'>[] = [{ entry, reasons: [] }, ...others.found];
  const chosen = all.filter((one) => ids.has(one.entry.id)).map((one) => one.entry);

  async function erase(): Promise<void> {
    await erasing.erase(chosen.map((one) => ({ id: one.id, name: describe(one) })));
    setAsking(false);
    onBack();
  }

  return (
    <>
      <h3>{words.erase}</h3>
      <GroupFrame field={group} wiring={wiring}>
        <div class={css.section}>
          {all.map((one) => (
            <CheckboxField
              key={one.entry.id}
              name={`erase-${one.entry.id}`}
              label={describe(one.entry)}
              hint={about(one)}
              checked={ids.has(one.entry.id)}
              onChange={(checked) => setIds(new Set(checked ? [...ids, one.entry.id] : [...ids].filter((id) => id !== one.entry.id)))}
            />
          ))}
        </div>
      </GroupFrame>
      {others.found.length === 0 && <p>{words.person.none}</p>}
      {others.notOpened > 0 && <p>{words.person.notOpened(others.notOpened)}</p>}
      <p>{words.person.goes}</p>
      <p>{words.person.stays}</p>
      <p>{words.person.loans}</p>
      <p class={css.reasons}>{words.eraseText}</p>
      <div class={css.actions}>
        <Button look="danger" icon="delete" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          {words.person.eraseCount(chosen.length)}
        </Button>
        <Button onClick={onBack}>{words.keep}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        look="danger"
        title={words.person.askTitle(chosen.length)}
        confirmLabel={words.eraseNow}
        cancelLabel={words.keep}
        busy={erasing.busy ? words.erasing : undefined}
        onConfirm={() => void erase()}
        onCancel={() => setAsking(false)}
      >
        <ul>
          {chosen.map((one) => (
            <li key={one.id}>{describe(one)}</li>
          ))}
        </ul>
        <p>{words.person.askText}</p>
        <p>{words.againText}</p>
      </ConfirmDialog>
    </>
  );

  function describe({ contact, signUp: { body } }: Entry): string {
    const kind = text.words.signUpKind[body.for];
    return [contact?.name ?? text.followUp.sealed, body.program === null ? kind : `${kind}: ${body.program}`].join(' · ');
  }

  function about({ entry: { id, session, signUp }, reasons }: Pick<Other, 'entry' | 'reasons'>): string {
    const { followUp, fact, voided, mergedInto } = signUp;
    const state = voided && mergedInto === null ? text.signUps.takenBack : text.followUp.states[followUp.state];
    const where = [desk.sessionName(session), text.formatting.moment(fact.at, desk.places.zone)].filter((part) => part !== '').join(', ');
    const why = id === entry.id ? words.person.thisOne : reasons.map(reasonOf).join(', ');
    return [state, where, why].join(' · ');
  }

  function reasonOf(reason: Other['reasons'][number]): string {
    return reason === 'merged' || reason === 'family' ? words.person[reason] : text.followUp.reasons[reason];
  }
}
