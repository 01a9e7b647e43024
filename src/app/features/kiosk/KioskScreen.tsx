// The kiosk: this device in the hands of the public. Nothing of staff is on it but a button that asks for a PIN. Each visit is a component
// tree of its own; wiping is taking it away.

import { useLayoutEffect, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { armedKiosk } from '../../../device/store/kiosk.ts';
import { libraryRecord } from '../../../device/store/records.ts';
import type { Store } from '../../../device/store/db.ts';
import { session as readSession } from '../../../device/store/sessions.ts';
import { templates } from '../../../device/store/templates.ts';
import { offeredPrograms } from '../../../domain/programs.ts';
import { wordingIn } from '../../../domain/survey-results.ts';
import { usualOffers } from '../../../domain/session.ts';
import type { Language } from '../../../domain/shapes.ts';
import { defaultRules } from '../../../domain/sign-up-rules.ts';
import { identity } from '../../../device/store/identity.ts';
import { AppProvider, useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { knownZone, useToday } from '../../records/library-day.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { AttractScreen } from './AttractScreen.tsx';
import { DoorScreen } from './DoorScreen.tsx';
import { fillScreen, keepAwake, leaveFullScreen } from '../../ui/keep-awake.ts';
import { useKeepHere } from './keep-here.ts';
import { useTexts } from '../../records/use-texts.ts';
import css from './kiosk.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { SurveyScreen } from './SurveyScreen.tsx';
import { VisitScreen } from './VisitScreen.tsx';

const english: readonly Language[] = ['en-US'];

export function KioskScreen() {
  const app = useApp();
  const { device, text } = app;
  const { route } = useLocation();
  const live = useLive(() => readKiosk(device.store), [device]);
  const kiosk = live.state === 'ready' ? live.value : null;
  const texts = useTexts(kiosk?.languages ?? english);
  const today = useToday(kiosk?.zone ?? knownZone(undefined));
  const [visit, setVisit] = useState<{ readonly number: number; readonly language: Language; readonly way: Way } | null>(null);
  const [count, setCount] = useState(0);
  const [leaving, setLeaving] = useState(false);
  const browserBack = useRef<() => void>(() => {});
  const words = visit === null ? undefined : texts?.get(visit.language);
  const spoken = useMemo(() => ({ ...app, text: words ?? text }), [app, words, text]);
  const speech = 'speechSynthesis' in window ? window.speechSynthesis : undefined;

  function wipe(): void {
    speech?.cancel();
    getSelection()?.removeAllRanges();
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) field.value = '';
    setVisit(null);
    setLeaving(false);
  }

  useHoldUpdates(held);
  useKeepHere({ onBack: () => browserBack.current(), onLeft: wipe });
  useLayoutEffect(() => device.seal.lock(), [device]); // unlocked in this tab, and handed over in another
  useEffect(() => keepAwake(document, 'wakeLock' in navigator ? navigator.wakeLock : undefined), []);
  useLayoutEffect(() => {
    const page = document.documentElement;
    page.dataset['surface'] = 'kiosk';
    document.title = text.shell.appName;
    return () => {
      delete page.dataset['surface'];
      queueMicrotask(() => document.getElementById('main')?.focus()); // staff's own screen, which comes in its place
      page.lang = text.language;
      page.dir = text.direction;
    };
  }, [text]);
  useLayoutEffect(() => {
    document.documentElement.lang = (words ?? text).language;
    document.documentElement.dir = (words ?? text).direction;
  }, [words, text]);

  if (live.state === 'problem') {
    return (
      <main class={css.page} id="main">
        <h1 class={css.title}>{text.shell.appName}</h1>
        <ProblemNotice problem={live.problem} />
      </main>
    );
  }
  if (kiosk === null || texts === null) {
    return (
      <main class={css.page} id="main">
        <h1 class={css.title}>{text.shell.appName}</h1>
        <Skeleton label={text.shell.loading} rows={3} />
      </main>
    );
  }
  if (visit !== null && words !== undefined && visit.way !== 'sign-up') {
    const common = { idleSeconds: kiosk.rules.kioskIdleSeconds, speech, onBrowserBack: browserBack, onEnd: wipe };
    return (
      <AppProvider value={spoken}>
        {visit.way === 'door' ? (
          <DoorScreen key={visit.number} {...common} onChoose={(way) => setVisit({ ...visit, way })} />
        ) : (
          <SurveyScreen
            key={visit.number}
            {...common}
            session={kiosk.session}
            wording={wordingIn(visit.language, kiosk.wordings, words.workshops.ours)}
          />
        )}
      </AppProvider>
    );
  }
  if (visit !== null && words !== undefined) {
    return (
      <AppProvider value={spoken}>
        <VisitScreen
          key={visit.number}
          session={kiosk.session}
          language={visit.language}
          setup={{ offers: kiosk.offers, programs: kiosk.programs, planned: kiosk.planned, rules: kiosk.rules, today }}
          signAtDesk={text.handOver.signAtDesk}
          speech={speech}
          onBrowserBack={browserBack}
          onEnd={wipe}
        />
      </AppProvider>
    );
  }
  return (
    <>
      <AttractScreen
        library={kiosk.library === '' ? text.shell.appName : kiosk.library}
        languages={kiosk.languages}
        texts={texts}
        onStart={(language) => {
          fillScreen(document);
          setCount(count + 1);
          setVisit({ number: count + 1, language, way: kiosk.way });
        }}
        onStaff={() => setLeaving(true)}
      />
      {leaving && (
        <LeaveDialog
          onClose={() => setLeaving(false)}
          onLeft={(session) => {
            leaveFullScreen(document);
            route(session === null || kiosk.isKioskDevice ? routes.today : routes.session(session), true);
          }}
        />
      )}
    </>
  );
}

/** At the door of two things to do, or in one of them. */
type Way = 'door' | 'sign-up' | 'survey';

const held = true;

async function readKiosk(store: Store) {
  const [row, library, who, kinds] = await Promise.all([armedKiosk(store), libraryRecord(store), identity(store), templates(store)]);
  if (row === null) return null;
  const session = await readSession(store, row.session);
  const { programs = [], programSessions, template, asksSurvey = false } = session?.values ?? {};
  const offers = row.offers ?? session?.values.offers;
  const { planned } = offeredPrograms({ programs, programSessions });
  const found = await store.sessions.bulkGet(planned.map((one) => one.session));
  const off = planned.filter((_, at) => found[at]?.values.status === 'canceled').map(({ name }) => name);
  const isAsked = row.survey ?? asksSurvey;
  const onTheirDay = programs.filter((name) => !off.includes(name));
  // None called by name: the program is this session. All of them called off: there is none to sign up for.
  const areAllOff = programs.length > 0 && onTheirDay.length === 0;
  const left = (offers !== undefined && offers.length > 0 ? offers : usualOffers).filter((kind) => kind !== 'program' || !areAllOff);
  // Nothing to sign up for was chosen, on purpose: then the kiosk only asks how it was.
  const way: Way = !isAsked ? 'sign-up' : offers?.length === 0 || left.length === 0 ? 'survey' : 'door';
  return {
    session: row.session,
    languages: row.languages,
    library: library?.values.name ?? '',
    zone: knownZone(library?.values.timeZone),
    rules: library?.values.signUpRules ?? defaultRules,
    offers: left.length > 0 ? left : usualOffers.filter((kind) => kind !== 'program'),
    way,
    wordings: [kinds.find(({ id }) => id === template)?.values.surveyWordings, library?.values.surveyWordings],
    programs: onTheirDay,
    planned,
    isKioskDevice: who?.level === 'kiosk',
  };
}
