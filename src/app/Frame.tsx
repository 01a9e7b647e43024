// The frame of every staff screen: where one can go, and the state of delivery, always in sight.

import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { delivery } from '../device/store/delivery.ts';
import { useApp } from './context.ts';
import { FrameDeliveryState } from './features/delivery/FrameDeliveryState.tsx';
import { LeaveAsked } from './LeaveAsked.tsx';
import { useShared } from './live.ts';
import { routes } from './routes.ts';
import { AppFrame } from './ui/frame/AppFrame.tsx';
import { ThemeMenu } from './ui/frame/ThemeMenu.tsx';

export function Frame({ children }: { readonly children: ComponentChildren }) {
  const { text } = useApp();
  const { path } = useLocation();
  const state = useShared(delivery);
  const attention = state.state === 'ready' ? state.value.attention : 0;
  const at = (href: string) => (href === routes.today ? path === href : path.startsWith(href));
  return (
    <AppFrame
      brand={{ label: text.shell.appName, href: routes.today }}
      skipLabel={text.shell.skipToContent}
      navLabel={text.shell.navigation}
      places={[
        { href: routes.today, label: text.shell.today, icon: 'home', current: at(routes.today) },
        { href: routes.sessions, label: text.shell.sessions, icon: 'calendar', current: at(routes.sessions) },
        { href: routes.resources, label: text.shell.resources, icon: 'kit', current: at(routes.resources) },
        {
          href: routes.delivery,
          label: text.shell.delivery,
          icon: 'on-device',
          current: at(routes.delivery),
          badge: attention > 0 ? text.formatting.number(attention) : undefined,
        },
        { href: routes.settings, label: text.shell.settings, icon: 'settings', current: at(routes.settings) },
      ]}
      delivery={<FrameDeliveryState />}
      tools={<ThemeMenu label={text.shell.theme.title} legend={text.shell.theme.title} labels={text.shell.theme} />}
      place={path}
    >
      {children}
      <LeaveAsked />
    </AppFrame>
  );
}
