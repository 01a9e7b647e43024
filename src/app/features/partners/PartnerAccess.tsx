// Giving a partner a page of its own: a coordinator makes a link for one person, and sends it. Needs the server, and says so.

import { useState } from 'preact/hooks';
import { identity } from '../../../device/store/identity.ts';
import { may } from '../../../domain/may.ts';
import { contactsOf } from '../../../domain/partner.ts';
import type { PartnerFields } from '../../../domain/places.ts';
import type { InviteAnswer } from '../../../protocol/access.ts';
import { useApp } from '../../context.ts';
import { useShared } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { useWork } from '../../use-work.ts';
import css from './partners.module.css';

export interface PartnerAccessProps {
  readonly id: string;
  readonly partner: PartnerFields;
  readonly zone: string;
}

export function PartnerAccess({ id, partner, zone }: PartnerAccessProps) {
  const { device, text } = useApp();
  const words = text.shared.access;
  const who = useShared(identity);
  const [invite, setInvite] = useState<InviteAnswer | undefined>(undefined);
  const [copied, setCopied] = useState(false);
  const work = useWork();
  const mayGive = who.state === 'ready' && who.value !== null && may(who.value.level, 'devices.manage');

  async function make(): Promise<void> {
    const made = await work.run(() => device.access.invitePartner(id));
    if (made === undefined) return;
    setInvite(made);
    setCopied(false);
  }

  async function copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false); // refused by the browser: the link stands in the field to be copied by hand
    }
  }

  const link = invite === undefined ? '' : `${window.location.origin}${routes.enroll}#${invite.code}.partner`;
  return (
    <section aria-labelledby="own-page">
      <h2 id="own-page">{words.title}</h2>
      <p>{words.text}</p>
      <p>{words.prepares}</p>
      {!mayGive && <p>{words.notYours}</p>}
      {invite !== undefined && (
        <>
          <TextField
            name="link"
            label={words.link}
            hint={words.until(text.formatting.moment(invite.expiresAt, zone))}
            value={link}
            readOnly
            onInput={() => undefined}
          />
          <div class={css.row}>
            {'clipboard' in navigator && (
              <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy(link)}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
            <LinkButton href={mailTo(partner, words.mailSubject, words.mailText(link))}>{words.mail}</LinkButton>
          </div>
        </>
      )}
      <LiveRegion text={copied ? words.copied : ''} />
      {work.problem && (
        <ProblemNotice
          problem={work.problem}
          actions={work.problem.code === 'not-signed-in' && <LinkButton href={routes.signIn}>{text.access.devices.signInTitle}</LinkButton>}
        />
      )}
      {mayGive && (
        <div class={css.row}>
          <Button look={invite === undefined ? 'plain' : 'quiet'} busy={work.busy ? words.making : undefined} onClick={() => void make()}>
            {invite === undefined ? words.make : words.another}
          </Button>
          <LinkButton look="quiet" href={routes.devices}>
            {text.access.devices.title}
          </LinkButton>
        </div>
      )}
      {mayGive && <p class={css.hint}>{words.readers}</p>}
    </section>
  );
}

/** To the first contact with an address, else to nobody yet. */
function mailTo(partner: PartnerFields, subject: string, body: string): string {
  const to = contactsOf(partner).find(({ email }) => email.includes('@'))?.email ?? '';
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
