// Calendars by their address: those of the library, to be fetched again with one tap, and a new one. The server fetches; without it a
// file still works, and the answer says so.

import { useState } from 'preact/hooks';
import type { CalendarFeed } from '../../../device/store/calendar-feeds.ts';
import type { SaidZones } from '../../../domain/import/calendar-events.ts';
import type { Problem } from '../../../domain/problem.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { Button } from '../../ui/button/Button.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts';
import { useUnsaved } from '../../use-unsaved.ts';
import { useWork } from '../../use-work.ts';
import css from './import.module.css';

export interface Address {
  /** The record that remembers it; null for a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly address: string;
  readonly outlet: string | null;
  /** What was said of its time zones. */
  readonly zones: SaidZones;
}

export interface FeedPartProps {
  readonly feeds: readonly CalendarFeed[];
  readonly zone: string;
  /** False while something else is looked at. */
  readonly open: boolean;
  readonly onFetched: (address: Address, text: string) => Promise<void>;
}

export function FeedPart({ feeds, zone, open, onFetched }: FeedPartProps) {
  const { device, text } = useApp();
  const words = text.calendars.feed;
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const [which, setWhich] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const work = useWork();
  const forgetting = useWork();
  useUnsaved(open && typed.trim() !== '');
  const goesOn = useFocusGoesOn<HTMLHeadingElement>();
  if (!open) return null;

  async function fetchFrom(from: Address): Promise<void> {
    setWhich(from.id);
    const read = await work.run(async () => (await device.act.calendars()).fetchCalendar(from.address));
    if (read !== undefined) await onFetched(from, read);
  }

  async function forget({ id, values }: CalendarFeed): Promise<void> {
    const gone = await forgetting.run(async () => (await device.act.calendars()).changeCalendarFeed(id, { archived: true }));
    if (gone !== undefined) setTold(words.forgotten(values.name));
  }

  function submit(): void {
    const address = typed.trim();
    setMissing(address === '');
    if (address === '') return;
    // An address the library has already is that one, not a second.
    const known = feeds.find((feed) => feed.values.address === address);
    void fetchFrom(known ? addressOf(known) : { id: null, name: hostOf(address), address, outlet: null, zones: {} });
  }

  return (
    <section class={css.feeds}>
      {feeds.length > 0 && (
        <>
          <h2 class={css.title}>{words.known}</h2>
          <List label={words.known}>
            {feeds.map((feed) => {
              const { name, address, importedAt } = feed.values;
              return (
                <ListItem key={feed.id}>
                  <ListRow
                    icon="calendar"
                    title={name || hostOf(address)}
                    meta={`${hostOf(address)}, ${importedAt === undefined ? words.never : words.last(text.formatting.moment(importedAt, zone))}`}
                    trailing={
                      <span class={css.actions}>
                        <Button
                          icon="refresh"
                          label={words.again(name)}
                          busy={work.busy && which === feed.id ? words.fetching : undefined}
                          onClick={() => void fetchFrom(addressOf(feed))}
                        >
                          {words.againShort}
                        </Button>
                        <Button look="quiet" label={words.forget(name)} onClick={() => void forget(feed)}>
                          {words.forgetShort}
                        </Button>
                      </span>
                    }
                  />
                </ListItem>
              );
            })}
          </List>
        </>
      )}
      <LiveRegion text={told} />
      {forgetting.problem && <ProblemNotice problem={forgetting.problem} />}
      <h2 class={css.title} ref={goesOn} tabIndex={-1}>
        {words.title}
      </h2>
      <p class={css.quiet}>{words.text}</p>
      <form
        class={css.address}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          name="address"
          label={words.address}
          hint={words.addressHint}
          error={missing ? words.addressMissing : undefined}
          keyboard="url"
          maxLength={2_000}
          value={typed}
          onInput={setTyped}
        />
        <Button type="submit" icon="download" busy={work.busy && which === null ? words.fetching : undefined}>
          {words.fetch}
        </Button>
      </form>
      {work.problem && <ProblemNotice problem={work.problem} title={refusal(work.problem)} />}
    </section>
  );

  function refusal({ code, detail }: Problem): string | undefined {
    const said: Readonly<Record<string, string>> = words.refused;
    const reason = detail?.['reason'];
    if (code !== 'feed-refused' && code !== 'feed-unreachable') return undefined;
    return typeof reason === 'string' && Object.hasOwn(said, reason) ? said[reason] : undefined;
  }
}

function addressOf({ id, values, zones }: CalendarFeed): Address {
  return { id, name: values.name, address: values.address, outlet: values.outlet, zones };
}

/** All of an address that may be shown: the rest can be a secret. */
function hostOf(address: string): string {
  const url = address.replace(/^webcals?:/i, 'https:');
  return URL.canParse(url) ? new URL(url).hostname : address.slice(0, 40);
}
