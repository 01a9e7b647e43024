// Partners' addresses: the list, a partner's page, the form that changes one or makes a new one.

import { PartnerForm } from './PartnerForm.tsx';
import { PartnerPage } from './PartnerPage.tsx';
import { PartnersScreen } from './PartnersScreen.tsx';

export function PartnerAt({ id, part }: { readonly id?: string; readonly part?: string }) {
  if (id === undefined) return <PartnersScreen />;
  if (id === 'new') return <PartnerForm id={null} />;
  return part === 'change' ? <PartnerForm key={id} id={id} /> : <PartnerPage id={id} />;
}
