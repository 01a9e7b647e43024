// The questions before everything is deleted. It opens by delivering; then it says what only this device has.

import { useEffect, useState } from 'preact/hooks';
import { ok } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useParcels } from '../../records/use-parcels.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { useWork } from '../../use-work.ts';
import { saveFile } from '../../ui/save-file.ts';
import css from './settings.module.css';

export function RemoveDataDialog({ onClose }: { readonly onClose: () => void }) {
  const { device, text } = useApp();
  const words = text.settings.device;
  const undelivered = useLive(() => device.act.countUndelivered(), []);
  const [delivering, setDelivering] = useState(true);
  const [askedAgain, setAskedAgain] = useState(false);
  const [rescued, setRescued] = useState(false);
  const work = useWork();
  const parcels = useParcels();
  const count = undelivered.state === 'ready' ? undelivered.value : undefined;

  async function deliver(): Promise<void> {
    setDelivering(true);
    await device.sync.deliverNow();
    setDelivering(false);
  }

  useEffect(() => {
    void deliver();
  }, []);

  async function rescue(): Promise<void> {
    const file = await work.run(parcels.packFile);
    if (file === undefined) return;
    saveFile(file.name, 'text/plain', file.text);
    setRescued(true);
  }

  async function remove(knownLoss: number): Promise<void> {
    device.sync.stop();
    const removed = await work.run(async () => {
      const done = await device.act.removeData(knownLoss);
      return done.ok ? ok('removed') : done;
    });
    if (removed === undefined) device.sync.start();
    else window.location.assign(routes.today);
  }

  const keep = <Button onClick={onClose}>{words.removeKeep}</Button>;
  if (delivering || count === undefined) {
    return (
      <Dialog open role="alertdialog" title={words.removeTitle} closeLabel={text.shell.close} onClose={onClose} actions={keep}>
        <Progress label={words.removeDelivering} />
      </Dialog>
    );
  }
  if (count === 0) {
    return (
      <Dialog
        open
        role="alertdialog"
        title={words.removeTitle}
        closeLabel={text.shell.close}
        onClose={onClose}
        actions={
          <>
            {keep}
            <Button look="danger" busy={work.busy ? words.removing : undefined} onClick={() => remove(0)}>
              {words.removeButton}
            </Button>
          </>
        }
      >
        <p>{words.removeAllDelivered}</p>
        {work.problem && <ProblemNotice problem={work.problem} />}
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      role="alertdialog"
      title={askedAgain ? words.removeAgainTitle(count) : words.removeTitle}
      closeLabel={text.shell.close}
      onClose={onClose}
      actions={
        <>
          {keep}
          <Button
            look="danger"
            busy={work.busy ? words.removing : undefined}
            onClick={() => (askedAgain ? remove(count) : setAskedAgain(true))}
          >
            {words.removeAnyway(count)}
          </Button>
        </>
      }
    >
      <div class={css.dialogText}>
        <p>
          <strong>{askedAgain ? words.removeAgainText(count) : words.removeUnsent(count)}</strong>
        </p>
        {!askedAgain && <p>{words.removeUnsentNext}</p>}
        <div class={css.actions}>
          <Button icon="refresh" onClick={deliver}>
            {words.removeTryDelivery}
          </Button>
          <Button icon="download" onClick={rescue}>
            {words.removeRescue}
          </Button>
        </div>
        {rescued && <Notice tone="info" title={words.rescueSaved} announce />}
        {work.problem && <ProblemNotice problem={work.problem} />}
      </div>
    </Dialog>
  );
}
