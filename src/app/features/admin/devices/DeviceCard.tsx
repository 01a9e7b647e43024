// One device as the server last heard of it. What is well is said quietly; what needs a look stands out, each with its icon.

import { useId } from 'preact/hooks';
import { type Ready, readyState } from '../../../../domain/ready.ts';
import type { EnrolledDevice } from '../../../../protocol/access.ts';
import { useApp } from '../../../context.ts';
import { dayIn, useNow } from '../../../records/library-day.ts';
import { usePlaces, useZone } from '../../../records/places.ts';
import type { Text } from '../../../text/text.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { DeliveryState } from '../../../ui/feedback/DeliveryState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import css from './devices.module.css';

export interface DeviceCardProps {
  readonly device: EnrolledDevice;
  readonly isThis: boolean;
  /** What it last found of itself, as it said; undefined: it has not said so far. */
  readonly ready: Ready | null | undefined;
  /** undefined: its access has ended already. */
  readonly onRevoke: (() => void) | undefined;
}

/** A clock off by less than this changes nothing a person would see. */
const clockTolerance = 120_000;

export function DeviceCard({ device, isThis, ready, onRevoke }: DeviceCardProps) {
  const { text } = useApp();
  const words = text.access.devices;
  const now = useNow();
  const nameId = useId();
  const ago = (at: string) => text.formatting.duration((now - Date.parse(at)) / 1_000);
  const seen = device.lastSeenAt;
  const zone = useZone();
  const places = usePlaces();
  const partnerName = places.state === 'ready' ? (places.value.partnerById.get(device.partner ?? '')?.name ?? null) : null;
  const day = (at: string) => text.formatting.dayWithYear(dayIn(zone, at));
  return (
    <li class={css.card}>
      <div class={css.head}>
        <span class={css.picture}>
          <Icon name="device" size="large" />
        </span>
        <div class={css.who}>
          <h2 class={css.name} id={nameId}>
            {device.name}
          </h2>
          <p class={css.quiet}>
            {[text.words.level[device.level], partnerName, isThis ? words.thisDevice : null].filter((part) => part !== null).join(' · ')}
          </p>
        </div>
      </div>
      <p class={css.seen}>
        {device.revokedAt !== null
          ? words.revokedOn(day(device.revokedAt))
          : seen === null
            ? words.neverSeen
            : now - Date.parse(seen) < 90_000
              ? words.seenNow
              : words.seen(ago(seen))}
      </p>
      <div class={css.states}>
        {device.level !== 'partner' && <UnsentState device={device} ago={ago} />}
        {(device.attention ?? 0) > 0 && <DeliveryState state="needs-attention" label={words.attention(device.attention ?? 0)} />}
      </div>
      {device.revokedAt === null && device.level !== 'partner' && <p class={css.quiet}>{readyWords(ready, now, text, ago)}</p>}
      <ul class={css.flags} data-marks="none">
        {device.persisted === false && device.level !== 'partner' && device.revokedAt === null && <Flag title={words.storageRefused} />}
        {device.clockOffset !== null && Math.abs(device.clockOffset) > clockTolerance && (
          <Flag
            title={(device.clockOffset < 0 ? words.clockFast : words.clockSlow)(
              text.formatting.duration(Math.abs(device.clockOffset) / 1_000),
            )}
            note={words.clockNote}
          />
        )}
        {device.forkedAt !== null && <Flag title={words.forked} note={words.forkedNote} />}
      </ul>
      <div class={css.foot}>
        <p class={css.quiet}>
          {[words.enrolledOn(day(device.enrolledAt)), device.app === null ? null : words.appVersion(device.app)]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {onRevoke && !isThis && (
          <Button look="quiet" onClick={onRevoke} describedBy={nameId}>
            {words.revoke}
          </Button>
        )}
      </div>
    </li>
  );
}

function readyWords(last: Ready | null | undefined, now: number, { readiness }: Text, ago: (at: string) => string): string {
  const state = readyState(last, now);
  const { device, lines } = readiness;
  if (last === null || last === undefined || state === 'never') return device.never;
  const titles: Readonly<Record<string, { readonly title: string }>> = lines;
  if (state === 'stale') return device.stale(ago(last.at));
  if (state === 'ready') return device.ready(ago(last.at));
  return device.notReady(ago(last.at), last.open.map((name) => titles[name]?.title ?? name).join(', '));
}

function UnsentState({ device, ago }: { readonly device: EnrolledDevice; readonly ago: (at: string) => string }) {
  const { text } = useApp();
  const words = text.access.devices;
  if (device.unsent === null) return <span class={css.quiet}>{words.unknownUnsent}</span>;
  if (device.unsent === 0) return <DeliveryState state="on-server" label={words.delivered} />;
  const label = device.oldestUnsentAt === null ? words.unsent(device.unsent) : words.unsentSince(device.unsent, ago(device.oldestUnsentAt));
  return <DeliveryState state="on-device" label={label} />;
}

function Flag({ title, note }: { readonly title: string; readonly note?: string }) {
  return (
    <li class={css.flag}>
      <Icon name="warning" />
      <span>
        {title}
        {note && <span class={css.note}>{note}</span>}
      </span>
    </li>
  );
}
