// Every path of the API, for both sides. Nothing personal is ever part of a path or a query.

export const paths = {
  hello: '/api/hello',
  setup: '/api/setup',
  signIn: '/api/sign-in',
  signOut: '/api/sign-out',
  me: '/api/me',
  enroll: '/api/enroll',
  enrollHere: '/api/enroll-here',
  invites: '/api/invites',
  devices: '/api/devices',
  revoke: '/api/devices/revoke',
  quarantine: '/api/quarantine',
  erase: '/api/erase',
  history: '/api/history',
  calendarFeed: '/api/calendar-feed',
  push: '/api/sync/push',
  pull: '/api/sync/pull',
  offer: '/api/sync/offer',
  parcelKeys: '/api/parcels/keys',
  parcels: '/api/parcels',
  pokes: '/api/sync/pokes',
} as const;
