// Every address in the app, in one place. Addresses carry record ids only: never a name, never anything typed.

export type SessionTab = 'attendance' | 'sign-ups' | 'resources' | 'notes';

export const routes = {
  today: '/',
  sessions: '/sessions',
  newSession: '/sessions/new',
  joinSession: '/sessions/join',
  session: (id: string, tab: SessionTab = 'attendance'): string => (tab === 'attendance' ? `/sessions/${id}` : `/sessions/${id}/${tab}`),
  finishSession: (id: string): string => `/sessions/${id}/finish`,
  shareSession: (id: string): string => `/sessions/${id}/share`,
  sessionDetails: (id: string): string => `/sessions/${id}/details`,
  delivery: '/delivery',
  settings: '/settings',
  thisDevice: '/settings/this-device',
  about: '/settings/about',
  devices: '/settings/devices',
  enrollDevice: '/settings/devices/enroll',
  library: '/settings/library',
  outlets: '/settings/outlets',
  staff: '/settings/staff',
  sealing: '/settings/sealing',
  importStops: '/settings/import-stops',
  sites: '/settings/sites',
  newSite: '/settings/sites/new',
  site: (id: string): string => `/settings/sites/${id}`,
  resources: '/settings/resources',
  quarantine: '/settings/held-aside',
  setUp: '/set-up',
  enroll: '/enroll',
  signIn: '/sign-in',
} as const;
