// The app as a whole: which screen stands at which address, and the frame around it.
// Today is in the first load; every other screen is a chunk of its own, all of them precached.

import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { identity } from '../device/store/identity.ts';
import { type AppContext, AppProvider, useApp } from './context.ts';
import { CrashScreen } from './CrashScreen.tsx';
import { TodayScreen } from './features/today/TodayScreen.tsx';
import { Frame } from './Frame.tsx';
import { NotFoundScreen } from './NotFoundScreen.tsx';
import { useLive } from './live.ts';
import { UpdatePrompt } from './offline/UpdatePrompt.tsx';
import { routes } from './routes.ts';

const WelcomeScreen = lazy(() => import('./features/admin/welcome/WelcomeScreen.tsx').then((m) => m.WelcomeScreen));
const SetUpScreen = lazy(() => import('./features/admin/set-up/SetUpScreen.tsx').then((m) => m.SetUpScreen));
const SignInScreen = lazy(() => import('./features/admin/sign-in/SignInScreen.tsx').then((m) => m.SignInScreen));
const EnrollScreen = lazy(() => import('./features/admin/enroll/EnrollScreen.tsx').then((m) => m.EnrollScreen));
const SessionsScreen = lazy(() => import('./features/sessions/SessionsScreen.tsx').then((m) => m.SessionsScreen));
const NewSessionScreen = lazy(() => import('./features/sessions/NewSessionScreen.tsx').then((m) => m.NewSessionScreen));
const JoinSessionScreen = lazy(() => import('./features/sessions/JoinSessionScreen.tsx').then((m) => m.JoinSessionScreen));
const SessionAt = lazy(() => import('./SessionAt.tsx').then((m) => m.SessionAt));
const FinishSessionScreen = lazy(() => import('./features/sessions/FinishSessionScreen.tsx').then((m) => m.FinishSessionScreen));
const ShareSessionScreen = lazy(() => import('./features/sessions/ShareSessionScreen.tsx').then((m) => m.ShareSessionScreen));
const SessionDetailsScreen = lazy(() => import('./features/sessions/SessionDetailsScreen.tsx').then((m) => m.SessionDetailsScreen));
const SignUpFormScreen = lazy(() => import('./features/sign-ups/SignUpFormScreen.tsx').then((m) => m.SignUpFormScreen));
const SignUpScreen = lazy(() => import('./features/sign-ups/SignUpScreen.tsx').then((m) => m.SignUpScreen));
const DeliveryScreen = lazy(() => import('./features/delivery/DeliveryScreen.tsx').then((m) => m.DeliveryScreen));
const SettingsScreen = lazy(() => import('./features/settings/SettingsScreen.tsx').then((m) => m.SettingsScreen));
const ThisDeviceScreen = lazy(() => import('./features/settings/ThisDeviceScreen.tsx').then((m) => m.ThisDeviceScreen));
const AboutScreen = lazy(() => import('./features/settings/AboutScreen.tsx').then((m) => m.AboutScreen));
const DevicesScreen = lazy(() => import('./features/admin/devices/DevicesScreen.tsx').then((m) => m.DevicesScreen));
const EnrollDeviceScreen = lazy(() => import('./features/admin/devices/EnrollDeviceScreen.tsx').then((m) => m.EnrollDeviceScreen));
const LibraryScreen = lazy(() => import('./features/admin/library/LibraryScreen.tsx').then((m) => m.LibraryScreen));
const OutletsScreen = lazy(() => import('./features/admin/library/OutletsScreen.tsx').then((m) => m.OutletsScreen));
const StaffScreen = lazy(() => import('./features/admin/staff/StaffScreen.tsx').then((m) => m.StaffScreen));
const SealingScreen = lazy(() => import('./features/admin/sealing/SealingScreen.tsx').then((m) => m.SealingScreen));
const SitesScreen = lazy(() => import('./features/admin/sites/SitesScreen.tsx').then((m) => m.SitesScreen));
const SiteScreen = lazy(() => import('./features/admin/sites/SiteScreen.tsx').then((m) => m.SiteScreen));
const HeldAsideScreen = lazy(() => import('./features/admin/held-aside/HeldAsideScreen.tsx').then((m) => m.HeldAsideScreen));
const ImportStopsScreen = lazy(() => import('./features/import/ImportStopsScreen.tsx').then((m) => m.ImportStopsScreen));
const ResourcesScreen = lazy(() => import('./features/resources/ResourcesScreen.tsx').then((m) => m.ResourcesScreen));
const ResourceScreen = lazy(() => import('./features/resources/ResourceScreen.tsx').then((m) => m.ResourceScreen));

export function App({ context }: { readonly context: AppContext }) {
  return (
    <AppProvider value={context}>
      <LocationProvider>
        <UpdatePrompt />
        <Screens />
      </LocationProvider>
    </AppProvider>
  );
}

function Screens() {
  const { device } = useApp();
  const { path } = useLocation();
  const [crash, setCrash] = useState<Error | null>(null);
  const who = useLive(() => identity(device.store), []);

  if (crash !== null) return <CrashScreen error={crash} />;
  if (who.state === 'problem') return <CrashScreen problem={who.problem} />;
  if (path === routes.setUp || path === routes.signIn || path === routes.enroll) return <BeforeEnrollment onCrash={setCrash} />;
  if (who.state === 'loading') return null;
  if (who.value === null) {
    return (
      <ErrorBoundary onError={setCrash}>
        <WelcomeScreen />
      </ErrorBoundary>
    );
  }
  return (
    <Frame>
      <ErrorBoundary onError={setCrash}>
        <Router>
          <Route path="/" component={TodayScreen} />
          <Route path="/sessions" component={SessionsScreen} />
          <Route path="/sessions/new" component={NewSessionScreen} />
          <Route path="/sessions/join" component={JoinSessionScreen} />
          <Route path="/sessions/:id/finish" component={FinishSessionScreen} />
          <Route path="/sessions/:id/share" component={ShareSessionScreen} />
          <Route path="/sessions/:id/details" component={SessionDetailsScreen} />
          <Route path="/sessions/:session/sign-ups/new" component={SignUpFormScreen} />
          <Route path="/sessions/:session/sign-ups/:fact" component={SignUpScreen} />
          <Route path="/sessions/:id/:tab?" component={SessionAt} />
          <Route path="/delivery" component={DeliveryScreen} />
          <Route path="/settings" component={SettingsScreen} />
          <Route path="/settings/this-device" component={ThisDeviceScreen} />
          <Route path="/settings/about" component={AboutScreen} />
          <Route path="/settings/devices" component={DevicesScreen} />
          <Route path="/settings/devices/enroll" component={EnrollDeviceScreen} />
          <Route path="/settings/library" component={LibraryScreen} />
          <Route path="/settings/outlets" component={OutletsScreen} />
          <Route path="/settings/staff" component={StaffScreen} />
          <Route path="/settings/sealing" component={SealingScreen} />
          <Route path="/settings/sites" component={SitesScreen} />
          <Route path="/settings/sites/new" component={NewSite} />
          <Route path="/settings/sites/:id" component={SiteScreen} />
          <Route path="/settings/held-aside" component={HeldAsideScreen} />
          <Route path="/settings/import-stops" component={ImportStopsScreen} />
          <Route path="/settings/resources" component={ResourcesScreen} />
          <Route path="/settings/resources/new" component={NewResource} />
          <Route path="/settings/resources/:id" component={ResourceScreen} />
          <Route default component={NotFoundScreen} />
        </Router>
      </ErrorBoundary>
    </Frame>
  );
}

/** Screens that a browser may need before it belongs to a library; they bring their own frame. */
function BeforeEnrollment({ onCrash }: { readonly onCrash: (error: Error) => void }) {
  return (
    <ErrorBoundary onError={onCrash}>
      <Router>
        <Route path={routes.setUp} component={SetUpScreen} />
        <Route path={routes.signIn} component={SignInScreen} />
        <Route path={routes.enroll} component={EnrollScreen} />
      </Router>
    </ErrorBoundary>
  );
}

const NewSite = () => <SiteScreen id={null} />;
const NewResource = () => <ResourceScreen id={null} />;
