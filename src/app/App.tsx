// The app as a whole: which screen stands at which address, and the frame around it.
// Today is in the first load; every other screen is a chunk of its own, all of them precached.

import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { identity } from '../device/store/identity.ts';
import { armedKiosk } from '../device/store/kiosk.ts';
import { type AppContext, AppProvider, useApp } from './context.ts';
import { CrashScreen } from './CrashScreen.tsx';
import { TodayScreen } from './features/today/TodayScreen.tsx';
import { Frame } from './Frame.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import { useShared } from './live.ts';
import { UpdatePrompt } from './offline/UpdatePrompt.tsx';
import { routes } from './routes.ts';
import { useBlocked } from './use-blocked.ts';

/** What the screens are given, but for the text: that follows the language. */
export type AppParts = Omit<AppContext, 'text'>;

export function App({ context }: { readonly context: AppParts }) {
  const text = context.language.text.value;
  const given = useMemo(() => ({ ...context, text }), [context, text]);
  return (
    <AppProvider value={given}>
      <LocationProvider>
        <UpdatePrompt />
        <Screens />
      </LocationProvider>
    </AppProvider>
  );
}

function Screens() {
  const { device, screens } = useApp();
  const { path, route } = useLocation();
  const [crash, setCrash] = useState<Error | null>(null);
  const who = useShared(identity);
  const kiosk = useShared(armedKiosk);
  const blocked = useBlocked(device.store);
  const atGoneKiosk = kiosk.state === 'ready' && kiosk.value === null && path === routes.kiosk;
  useEffect(() => {
    if (atGoneKiosk) route(routes.today, true);
  }, [atGoneKiosk, route]);

  if (crash !== null) return <CrashScreen error={crash} />;
  if (who.state === 'problem') return <CrashScreen problem={who.problem} />;
  if (kiosk.state === 'problem') return <CrashScreen problem={kiosk.problem} />;
  if (kiosk.state === 'loading') return blocked ? <CrashScreen problem={{ code: 'storage-blocked' }} /> : null;
  // In the hands of the public there is no other screen, whatever the address says.
  if (kiosk.value !== null) return <Alone screen={screens.KioskScreen} onCrash={setCrash} />;
  if (path === routes.enroll) return <BeforeEnrollment onCrash={setCrash} />;
  if (who.state === 'loading') return blocked ? <CrashScreen problem={{ code: 'storage-blocked' }} /> : null;
  if (who.value?.level === 'kiosk') return <Alone screen={screens.KioskStartScreen} onCrash={setCrash} />;
  if (who.value?.level === 'partner') return <Alone screen={screens.PartnerPageScreen} onCrash={setCrash} />;
  if (path === routes.setUp || path === routes.signIn) return <BeforeEnrollment onCrash={setCrash} />;
  if (who.value === null) return <Alone screen={screens.WelcomeScreen} onCrash={setCrash} />;
  return (
    <Frame>
      <ErrorBoundary onError={setCrash}>
        <Router>
          <Route path="/" component={TodayScreen} />
          <Route path="/sessions" component={screens.SessionsScreen} />
          <Route path="/sessions/new" component={screens.NewSessionScreen} />
          <Route path="/sessions/join" component={screens.JoinSessionScreen} />
          <Route path="/sessions/by/:view/:day?" component={screens.ScheduleScreen} />
          <Route path="/sessions/series/:id?" component={screens.SeriesAt} />
          <Route path="/sessions/proposed" component={screens.ProposalsScreen} />
          <Route path="/sessions/:id/finish" component={screens.FinishSessionScreen} />
          <Route path="/sessions/:id/share" component={screens.ShareSessionScreen} />
          <Route path="/sessions/:id/hand-over" component={screens.HandOverScreen} />
          <Route path="/sessions/:id/details" component={screens.SessionDetailsScreen} />
          <Route path="/sessions/:session/sign-ups/new" component={screens.SignUpFormScreen} />
          <Route path="/sessions/:session/sign-ups/:fact" component={screens.SignUpScreen} />
          <Route path="/sessions/:session/prepare" component={screens.PrepareClassScreen} />
          <Route path="/sessions/:session/show/:id" component={screens.ViewerScreen} />
          <Route path="/sessions/:id/:tab?" component={screens.SessionAt} />
          <Route path="/follow-up/:part?" component={screens.FollowUpScreen} />
          <Route path="/delivery" component={screens.DeliveryScreen} />
          <Route path="/delivery/show-codes" component={screens.ShowCodesScreen} />
          <Route path="/delivery/scan-codes" component={screens.ScanCodesScreen} />
          <Route path="/ready" component={screens.ReadinessScreen} />
          <Route path="/settings" component={screens.SettingsScreen} />
          <Route path="/settings/this-device" component={screens.ThisDeviceScreen} />
          <Route path="/settings/about" component={screens.AboutScreen} />
          <Route path="/settings/devices" component={screens.DevicesScreen} />
          <Route path="/settings/devices/enroll" component={screens.EnrollDeviceScreen} />
          <Route path="/settings/library" component={screens.LibraryScreen} />
          <Route path="/settings/outlets" component={screens.OutletsScreen} />
          <Route path="/settings/staff" component={screens.StaffScreen} />
          <Route path="/settings/sealing" component={screens.SealingScreen} />
          <Route path="/settings/sites" component={screens.SitesScreen} />
          <Route path="/settings/sites/:id/:part?" component={screens.SiteAt} />
          <Route path="/settings/partners/:id?/:part?" component={screens.PartnerAt} />
          <Route path="/settings/held-aside" component={screens.HeldAsideScreen} />
          <Route path="/settings/erased" component={screens.ErasuresScreen} />
          <Route path="/settings/sign-ups" component={screens.SignUpRulesScreen} />
          <Route path="/settings/kinds/:id?" component={screens.KindsScreen} />
          <Route path="/settings/import-stops" component={screens.ImportStopsScreen} />
          <Route path="/settings/import-calendar" component={screens.ImportCalendarScreen} />
          <Route path="/settings/cards" component={screens.CardNumbersScreen} />
          <Route path="/settings/cards/:id" component={screens.CardRangeScreen} />
          <Route path="/resources" component={screens.ResourcesScreen} />
          <Route path="/resources/new" component={NewResource} />
          <Route path="/resources/import" component={screens.ImportTitlesScreen} />
          <Route path="/resources/out" component={screens.LoansScreen} />
          <Route path="/resources/out/file" component={screens.LoansFileScreen} />
          <Route path="/resources/:id" component={screens.ResourceScreen} />
          <Route path="/resources/:id/show" component={screens.ViewerScreen} />
          <Route path="/settings/files" component={screens.PinnedFilesScreen} />
          <Route default component={NotFoundScreen} />
        </Router>
      </ErrorBoundary>
    </Frame>
  );
}

/** A screen in the place of the whole app, without its frame: what the public, a partner, or a device that is not enrolled sees. */
function Alone({ screen: Screen, onCrash }: { readonly screen: ComponentType; readonly onCrash: (error: Error) => void }) {
  return (
    <ErrorBoundary onError={onCrash}>
      <Screen />
    </ErrorBoundary>
  );
}

/** Screens that a browser may need before it belongs to a library; they bring their own frame. */
function BeforeEnrollment({ onCrash }: { readonly onCrash: (error: Error) => void }) {
  const { screens } = useApp();
  return (
    <ErrorBoundary onError={onCrash}>
      <Router>
        <Route path={routes.setUp} component={screens.SetUpScreen} />
        <Route path={routes.signIn} component={screens.SignInScreen} />
        <Route path={routes.enroll} component={screens.EnrollScreen} />
      </Router>
    </ErrorBoundary>
  );
}

function NewResource() {
  const { screens } = useApp();
  return <screens.ResourceScreen id={null} />;
}
