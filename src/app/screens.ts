// Every screen but Today, each in a chunk of its own. All of them are precached; none is drawn before every sentence and picture is here.

import { lazy } from 'preact-iso';

export type LazyScreens = ReturnType<typeof createScreens>;

/** `complete` resolves when text and pictures are complete. Called once: a second set would be loaded and drawn anew. */
export function createScreens(complete: () => Promise<void>) {
  const screen = <Screen>(load: () => Promise<Screen>) => lazy(() => Promise.all([load(), complete()]).then(([loaded]) => loaded));
  return {
    WelcomeScreen: screen(() => import('./features/admin/welcome/WelcomeScreen.tsx').then((m) => m.WelcomeScreen)),
    SetUpScreen: screen(() => import('./features/admin/set-up/SetUpScreen.tsx').then((m) => m.SetUpScreen)),
    SignInScreen: screen(() => import('./features/admin/sign-in/SignInScreen.tsx').then((m) => m.SignInScreen)),
    EnrollScreen: screen(() => import('./features/admin/enroll/EnrollScreen.tsx').then((m) => m.EnrollScreen)),
    SessionsScreen: screen(() => import('./features/sessions/SessionsScreen.tsx').then((m) => m.SessionsScreen)),
    ScheduleScreen: screen(() => import('./features/sessions/ScheduleScreen.tsx').then((m) => m.ScheduleScreen)),
    SeriesAt: screen(() => import('./features/sessions/SeriesAt.tsx').then((m) => m.SeriesAt)),
    NewSessionScreen: screen(() => import('./features/sessions/NewSessionScreen.tsx').then((m) => m.NewSessionScreen)),
    JoinSessionScreen: screen(() => import('./features/sessions/JoinSessionScreen.tsx').then((m) => m.JoinSessionScreen)),
    SessionAt: screen(() => import('./SessionAt.tsx').then((m) => m.SessionAt)),
    FinishSessionScreen: screen(() => import('./features/sessions/FinishSessionScreen.tsx').then((m) => m.FinishSessionScreen)),
    ShareSessionScreen: screen(() => import('./features/sessions/ShareSessionScreen.tsx').then((m) => m.ShareSessionScreen)),
    SessionDetailsScreen: screen(() => import('./features/sessions/SessionDetailsScreen.tsx').then((m) => m.SessionDetailsScreen)),
    SignUpFormScreen: screen(() => import('./features/sign-ups/SignUpFormScreen.tsx').then((m) => m.SignUpFormScreen)),
    SignUpScreen: screen(() => import('./features/sign-ups/SignUpScreen.tsx').then((m) => m.SignUpScreen)),
    HandOverScreen: screen(() => import('./features/kiosk/HandOverScreen.tsx').then((m) => m.HandOverScreen)),
    KioskScreen: screen(() => import('./features/kiosk/KioskScreen.tsx').then((m) => m.KioskScreen)),
    KioskStartScreen: screen(() => import('./features/kiosk/KioskStartScreen.tsx').then((m) => m.KioskStartScreen)),
    FollowUpScreen: screen(() => import('./features/follow-up/FollowUpScreen.tsx').then((m) => m.FollowUpScreen)),
    DeliveryScreen: screen(() => import('./features/delivery/DeliveryScreen.tsx').then((m) => m.DeliveryScreen)),
    ShowCodesScreen: screen(() => import('./features/parcels/ShowCodesScreen.tsx').then((m) => m.ShowCodesScreen)),
    ScanCodesScreen: screen(() => import('./features/parcels/ScanCodesScreen.tsx').then((m) => m.ScanCodesScreen)),
    ReadinessScreen: screen(() => import('./features/readiness/ReadinessScreen.tsx').then((m) => m.ReadinessScreen)),
    SettingsScreen: screen(() => import('./features/settings/SettingsScreen.tsx').then((m) => m.SettingsScreen)),
    ThisDeviceScreen: screen(() => import('./features/settings/ThisDeviceScreen.tsx').then((m) => m.ThisDeviceScreen)),
    AboutScreen: screen(() => import('./features/settings/AboutScreen.tsx').then((m) => m.AboutScreen)),
    DevicesScreen: screen(() => import('./features/admin/devices/DevicesScreen.tsx').then((m) => m.DevicesScreen)),
    EnrollDeviceScreen: screen(() => import('./features/admin/devices/EnrollDeviceScreen.tsx').then((m) => m.EnrollDeviceScreen)),
    LibraryScreen: screen(() => import('./features/admin/library/LibraryScreen.tsx').then((m) => m.LibraryScreen)),
    OutletsScreen: screen(() => import('./features/admin/library/OutletsScreen.tsx').then((m) => m.OutletsScreen)),
    StaffScreen: screen(() => import('./features/admin/staff/StaffScreen.tsx').then((m) => m.StaffScreen)),
    SealingScreen: screen(() => import('./features/admin/sealing/SealingScreen.tsx').then((m) => m.SealingScreen)),
    SitesScreen: screen(() => import('./features/admin/sites/SitesScreen.tsx').then((m) => m.SitesScreen)),
    SiteAt: screen(() => import('./features/admin/sites/SiteAt.tsx').then((m) => m.SiteAt)),
    PartnerAt: screen(() => import('./features/partners/PartnerAt.tsx').then((m) => m.PartnerAt)),
    HeldAsideScreen: screen(() => import('./features/admin/held-aside/HeldAsideScreen.tsx').then((m) => m.HeldAsideScreen)),
    ErasuresScreen: screen(() => import('./features/admin/erasures/ErasuresScreen.tsx').then((m) => m.ErasuresScreen)),
    SignUpRulesScreen: screen(() => import('./features/admin/sign-up-rules/SignUpRulesScreen.tsx').then((m) => m.SignUpRulesScreen)),
    KindsScreen: screen(() => import('./features/workshops/KindsScreen.tsx').then((m) => m.KindsScreen)),
    PrepareClassScreen: screen(() => import('./features/sign-ups/PrepareClassScreen.tsx').then((m) => m.PrepareClassScreen)),
    ImportStopsScreen: screen(() => import('./features/import/ImportStopsScreen.tsx').then((m) => m.ImportStopsScreen)),
    ImportCalendarScreen: screen(() => import('./features/import/ImportCalendarScreen.tsx').then((m) => m.ImportCalendarScreen)),
    ProposalsScreen: screen(() => import('./features/import/ProposalsScreen.tsx').then((m) => m.ProposalsScreen)),
    CardNumbersScreen: screen(() => import('./features/cards/CardNumbersScreen.tsx').then((m) => m.CardNumbersScreen)),
    CardRangeScreen: screen(() => import('./features/cards/CardRangeScreen.tsx').then((m) => m.CardRangeScreen)),
    PinnedFilesScreen: screen(() => import('./features/resources/files/PinnedFilesScreen.tsx').then((m) => m.PinnedFilesScreen)),
    ViewerScreen: screen(() => import('./features/resources/files/ViewerScreen.tsx').then((m) => m.ViewerScreen)),
    ResourcesScreen: screen(() => import('./features/resources/ResourcesScreen.tsx').then((m) => m.ResourcesScreen)),
    ResourceScreen: screen(() => import('./features/resources/ResourceScreen.tsx').then((m) => m.ResourceScreen)),
    ImportTitlesScreen: screen(() => import('./features/import/ImportTitlesScreen.tsx').then((m) => m.ImportTitlesScreen)),
    LoansScreen: screen(() => import('./features/loans/LoansScreen.tsx').then((m) => m.LoansScreen)),
    LoansFileScreen: screen(() => import('./features/loans/LoansFileScreen.tsx').then((m) => m.LoansFileScreen)),
  };
}
