// A tablet joins the library: code, name, then everything it needs is fetched, and it says whether it can go offline. What is shown
// is read from what exists, so a tablet that went dark in the middle goes on where it was.

import { self } from '../../../../device/store/self.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { useFragment } from '../frame/fragment.ts';
import { LoneFrame } from '../frame/LoneFrame.tsx';
import { AlreadyEnrolled } from './AlreadyEnrolled.tsx';
import { EnrollForm } from './EnrollForm.tsx';
import { GoingOffline } from './GoingOffline.tsx';
import { PartnerForm } from './PartnerForm.tsx';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';

export function EnrollScreen() {
  const { device, text } = useApp();
  const words = text.access.enroll;
  const link = linkIn(useFragment());
  const who = useLive(() => self(device.store), []);
  const [enrolledNow, setEnrolledNow] = useState(false);

  if (who.state === 'problem') {
    return (
      <LoneFrame title={words.title} place="problem">
        <ProblemNotice problem={who.problem} />
      </LoneFrame>
    );
  }
  if (who.state === 'loading') {
    return (
      <LoneFrame title={words.title} place="loading">
        <Skeleton label={text.shell.loading} rows={2} />
      </LoneFrame>
    );
  }
  const isPartner = who.value.identity?.level === 'partner';
  const isMember = who.value.identity !== null && !who.value.revoked;
  if (isMember && isPartner && (enrolledNow || link.code === '')) return <ToPartnerPage />;
  // A new link replaces the page that this browser had, or opens the first. A tablet of the library stays one.
  if (link.isPartners && !enrolledNow && (isPartner || who.value.identity === null)) {
    return (
      <LoneFrame title={text.shared.begin.title} place="form" lead={<p>{text.shared.begin.text}</p>}>
        <PartnerForm code={link.code} onOpened={() => setEnrolledNow(true)} />
      </LoneFrame>
    );
  }
  if (link.isPartners && !isPartner) return <AlreadyEnrolled />;
  if (isMember && link.code !== '' && !enrolledNow) return <AlreadyEnrolled />;
  if (isMember) return <GoingOffline />;
  return (
    <LoneFrame title={words.title} place="form" lead={<p>{link.code === '' ? words.text : words.fromLink}</p>}>
      <EnrollForm code={link.code} number={link.number} onEnrolled={() => setEnrolledNow(true)} />
    </LoneFrame>
  );
}

/** The page of a partner is the whole app of its browser, so it stands at its beginning. */
function ToPartnerPage() {
  const { route } = useLocation();
  useEffect(() => route(routes.today, true), [route]);
  return null;
}

/** 'CODE' or 'CODE.2', where 2 says which tablet of the library it will be, or 'CODE.partner' for a partner's own page. */
function linkIn(fragment: string): { readonly code: string; readonly number: number | null; readonly isPartners: boolean } {
  const [code = '', number = ''] = fragment.split('.');
  return { code, number: /^\d{1,4}$/.test(number) ? Number(number) : null, isPartners: code !== '' && number === 'partner' };
}
