// Hands sessions to other calendars as a file: one session, or those of the coming weeks, everywhere or at one site. Needs no network.

import { useState } from 'preact/hooks';
import type { TitleOf } from '../../device/actions/calendars.ts';
import { daysAhead } from '../../domain/days-known.ts';
import { addDays } from '../../domain/shapes.ts';
import { useApp } from '../context.ts';
import { Button } from '../ui/button/Button.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useWork } from '../use-work.ts';
import { useToday } from './library-day.ts';
import { useZone } from './places.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { sessionTitle } from './session-words.ts';

export interface SaveCalendarProps {
  readonly what: { readonly session: string } | { readonly site: string } | 'all';
  readonly wide?: boolean;
  readonly onDone?: () => void;
}

export function SaveCalendar({ what, wide = false, onDone }: SaveCalendarProps) {
  const { device, text } = useApp();
  const words = text.calendars.save;
  const today = useToday(useZone());
  const [none, setNone] = useState(false);
  const work = useWork();
  const label = what === 'all' ? words.all : 'site' in what ? words.site : words.session;

  async function save(): Promise<void> {
    const titleOf: TitleOf = (values, siteById) => sessionTitle(values, siteById, text);
    const file = await work.run(async () => {
      const act = await device.act.calendars();
      return what !== 'all' && 'session' in what
        ? act.exportSessionCalendar(what.session, titleOf)
        : act.exportCalendar(today, addDays(today, daysAhead), what === 'all' ? null : what.site, titleOf);
    });
    if (file === undefined) return;
    setNone(file.sessions === 0);
    if (file.sessions === 0) return;
    saveFile(file.name, 'text/calendar;charset=utf-8', file.text);
    onDone?.();
  }

  return (
    <>
      <Button icon="calendar" wide={wide} busy={work.busy ? words.busy : undefined} onClick={() => void save()}>
        {label}
      </Button>
      {none && <Notice tone="info" title={words.none} announce />}
      {work.problem && <ProblemNotice problem={work.problem} />}
    </>
  );
}
