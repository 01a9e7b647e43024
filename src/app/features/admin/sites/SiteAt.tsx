// A site's addresses: its page, and the form that changes it or makes a new one.

import { SitePage } from './SitePage.tsx';
import { SiteScreen } from './SiteScreen.tsx';

export function SiteAt({ id, part }: { readonly id: string; readonly part?: string }) {
  if (id === 'new') return <SiteScreen id={null} />;
  return part === 'change' ? <SiteScreen id={id} /> : <SitePage id={id} />;
}
