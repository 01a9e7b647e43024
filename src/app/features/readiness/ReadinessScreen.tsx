// Ready to leave: asked in the yard with the engine running, the tablet in one hand. The answer fills the top; below it each line was
// tried just now, and those with something to do come first and say what.

import { useMemo } from 'preact/hooks';
import { pinnedFileActions } from '../../../device/actions/pinned-files.ts';
import { identity } from '../../../device/store/identity.ts';
import { ok } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { useCorrectedNow, useToday } from '../../records/library-day.ts';
import { usePlaces } from '../../records/places.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { classes } from '../../ui/classes.ts';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useWork } from '../../use-work.ts';
import { LineRow } from './LineRow.tsx';
import { type LineName, linesFor } from './lines.ts';
import css from './readiness.module.css';
import { useCheck } from './use-check.ts';

export function ReadinessScreen() {
  const { device, text } = useApp();
  const words = text.readiness;
  const places = usePlaces();
  const zone = places.state === 'ready' ? places.value.zone : null;
  const who = useShared(identity);
  const level = who.state === 'ready' ? who.value?.level : undefined;
  const isKiosk = level === 'kiosk';
  const lineNames = linesFor(level ?? 'staff');
  const today = useToday(zone);
  const { found, running, ready, untold, again } = useCheck(
    lineNames,
    level === undefined ? null : today,
    zone ?? 'UTC',
    useCorrectedNow(),
  );
  const files = useMemo(() => pinnedFileActions({ store: device.store, saved: device.sync.saved }), [device]);
  const keeping = useWork();
  const goesOn = useFocusGoesOn<HTMLButtonElement>();
  const done = lineNames.filter((name) => found[name] !== undefined);
  const open = done.filter((name) => found[name]?.state === 'todo');

  async function keep(resources: readonly string[]): Promise<void> {
    const kept = await keeping.run(async () => {
      for (const resource of resources) {
        const pinned = await files.pinFile(resource);
        if (!pinned.ok) return pinned;
      }
      return ok(null);
    });
    if (kept !== undefined) again();
  }

  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.today, label: isKiosk ? text.handOver.start.title : text.today.title }} />
      {places.state === 'problem' && <ProblemNotice problem={places.problem} />}
      <section
        class={classes(css.answer, !running && (open.length === 0 ? css.ready : css.notReady))}
        aria-live="polite"
        aria-busy={running}
      >
        {running ? (
          <Progress
            label={words.checking}
            value={done.length}
            max={lineNames.length}
            words={words.lookingAt(done.length, lineNames.length)}
          />
        ) : (
          <>
            <p class={css.big}>
              <Icon name={open.length === 0 ? 'on-server' : 'needs-attention'} size="large" />
              {open.length === 0 ? words.ready : words.notReady(open.length)}
            </p>
            <p>{open.length === 0 ? words.readyText : words.notReadyText}</p>
            {ready !== null && zone !== null && <p class={css.quiet}>{words.until(text.formatting.moment(ready.at, zone))}</p>}
          </>
        )}
      </section>
      {keeping.problem && <ProblemNotice problem={keeping.problem} title={text.sessions.notSaved} />}
      {untold !== null && <ProblemNotice problem={untold} title={text.sessions.notSaved} />}
      <div class={css.actions}>
        <Button
          look={open.length === 0 ? 'plain' : 'main'}
          icon="refresh"
          buttonRef={goesOn}
          busy={running ? words.checking : undefined}
          onClick={again}
        >
          {words.again}
        </Button>
      </div>
      <ul class={css.lines} data-marks="none">
        {inOrder(lineNames, found, running).map((name) => (
          <LineRow
            key={name}
            name={name}
            verdict={found[name]}
            alone={isKiosk}
            onAsked={again}
            onKeep={(resources) => void keep(resources)}
          />
        ))}
      </ul>
    </>
  );
}

/** Once all is found, what is to be done comes to the top; while it runs nothing moves under a thumb. */
function inOrder(names: readonly LineName[], found: ReturnType<typeof useCheck>['found'], running: boolean): readonly LineName[] {
  if (running) return names;
  const rank = { todo: 0, note: 1, good: 2 };
  return names.toSorted((a, b) => rank[found[a]?.state ?? 'good'] - rank[found[b]?.state ?? 'good']);
}
