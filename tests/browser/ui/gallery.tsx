// Every part of src/app/ui in plausible use, on four pages. Tests check it for accessibility in each theme;
// gallery.html shows it to people. It is no part of the product.
import { useState } from 'preact/hooks';
import { FrameDelivery } from '../../../src/app/ui/feedback/FrameDelivery.tsx';
import { AppFrame } from '../../../src/app/ui/frame/AppFrame.tsx';
import { ThemeMenu } from '../../../src/app/ui/frame/ThemeMenu.tsx';
import { FormPage } from './gallery-form.tsx';
import { ListPage } from './gallery-list.tsx';
import { PartsPage } from './gallery-parts.tsx';
import { SessionPage } from './gallery-session.tsx';

export const pages = ['session', 'parts', 'form', 'list'] as const;
export type GalleryPage = (typeof pages)[number];

const themeLabels = { automatic: 'Automatic', light: 'Light', dark: 'Dark', sunlight: 'Sunlight' };

export function Gallery({ page }: { readonly page: GalleryPage }) {
  const [state] = useState<'on-device' | 'on-server'>('on-device');
  return (
    <AppFrame
      brand={{ label: 'Wayside', href: '#session' }}
      skipLabel="Skip to the screen"
      navLabel="Main"
      place={page}
      places={[
        { href: '#list', label: 'Today', icon: 'home', current: page === 'list' },
        { href: '#session', label: 'Session', icon: 'people', current: page === 'session' },
        { href: '#form', label: 'Sign-ups', icon: 'sign-up', current: page === 'form', badge: '3' },
        { href: '#parts', label: 'Resources', icon: 'book', current: page === 'parts' },
        { href: '#more', label: 'More', icon: 'more', current: false },
      ]}
      tools={<ThemeMenu label="Colors" legend="Colors" labels={themeLabels} />}
      delivery={<FrameDelivery state={state} href="#parts" short="14" label="14 on this device" detail="Last delivered 16:40" />}
    >
      <Page page={page} />
    </AppFrame>
  );
}

function Page({ page }: { readonly page: GalleryPage }) {
  if (page === 'session') return <SessionPage />;
  if (page === 'form') return <FormPage />;
  if (page === 'list') return <ListPage />;
  return <PartsPage themeLabels={themeLabels} />;
}
