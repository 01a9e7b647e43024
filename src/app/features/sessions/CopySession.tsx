// The same session on another day: the place, the times and the people, nothing that was counted.

import { useId, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { addDays, type Day } from '../../../domain/shapes.ts';
import { useApp } from '../../context.ts';
import { useToday } from '../../records/library-day.ts';
import { useZone } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import { farDayHint } from './far-day.ts';

export interface CopySessionProps {
  readonly id: string;
  readonly date: Day;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function CopySession({ id, date, onClose, onDone }: CopySessionProps) {
  const { device, text } = useApp();
  const { route } = useLocation();
  const words = text.schedule;
  const formId = useId();
  const today = useToday(useZone());
  const proposed = addDays(date, 7);
  const [day, setDay] = useState(proposed);
  const work = useWork();
  useUnsaved(day !== proposed);

  async function copy(): Promise<void> {
    if (day === '') return;
    const made = await work.run(async () => (await device.plan()).copySession(id, day));
    if (made === undefined) return;
    onDone();
    route(routes.sessionDetails(made.id));
  }

  return (
    <Dialog
      open
      title={words.copyTitle}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.shell.cancel}</Button>
          <Button look="main" type="submit" form={formId} busy={work.busy ? text.settings.saving : undefined}>
            {words.copied}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        problems={day === '' ? [{ field: 'copyDay', message: text.sessionSteps.details.dayMissing }] : []}
        problemsTitle={text.shell.errorSummaryTitle}
        onSubmit={() => void copy()}
      >
        <p>{words.copyText}</p>
        <DateField name="copyDay" label={words.copyDay} hint={farDayHint(day, today, text)} value={day} onInput={setDay} />
        {work.problem && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      </Form>
    </Dialog>
  );
}
