// [S51] A sign-up corrected on two devices that did not see each other: one correction counts, on every device the same; what the others
// say differently stands beside it, until somebody has chosen. What only one of them has changed is chosen beforehand. Opened in memory only, like
// all here.

import { useMemo, useState } from 'preact/hooks';
import type { Version } from '../../../device/store/sign-up-versions.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useOpened, useVault } from '../../records/use-vault.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { ChoiceGroup } from '../../ui/form/ChoiceGroup.tsx';
import { useWork } from '../../use-work.ts';
import { fieldLabel, fieldShown } from './field-words.ts';
import css from './follow-up.module.css';
import { changedSince, type Choices, differing, giverOf, mergedContact, type OpenEntry, type Saying } from './merging.ts';
import type { Tell } from './OpenedDesk.tsx';
import type { Desk } from './use-desk.ts';

export interface OtherVersionsProps {
  readonly entry: OpenEntry;
  readonly desk: Desk;
  readonly onTell: Tell;
}

interface OpenVersion extends Saying {
  readonly sealedIn: Version['sealedIn'];
}

export function OtherVersions({ entry, desk, onTell }: OtherVersionsProps) {
  const { device, text } = useApp();
  const words = text.followUp;
  const { sealedIn, otherVersions, baseVersion } = entry.signUp;
  const sealed = useMemo(() => [...otherVersions, ...(baseVersion === null ? [] : [baseVersion])], [otherVersions, baseVersion]);
  const opened = useOpened(sealed, useVault());
  const [chosen, setChosen] = useState<Choices>({});
  const work = useWork();
  const counts: OpenVersion = { id: sealedIn.id, sealedIn, contact: entry.contact };
  const results = otherVersions.map((version) => ({ version, result: opened.get(version.sealedIn.id) }));
  const others = results.flatMap(({ version, result }): readonly OpenVersion[] =>
    result?.ok ? [{ id: version.sealedIn.id, sealedIn: version.sealedIn, contact: result.value }] : [],
  );
  const failed = results.find(({ result }) => result?.ok === false)?.result;
  const all = [counts, ...others];
  const different = differing(all);
  const base = baseVersion === null ? undefined : opened.get(baseVersion.sealedIn.id);
  const choices = { ...(base?.ok ? changedSince({ contact: base.value }, all, counts) : {}), ...chosen };

  async function settle(contact: OpenEntry['contact']): Promise<void> {
    const from = all.map(({ id }) => id);
    const saved = await work.run(() => device.act.correctSignUp(entry.session, entry.id, contact, from));
    if (saved === undefined) return;
    setChosen({});
    onTell(words.versions.settled, saved.fact === null ? [] : [saved.fact]);
  }

  return (
    <section class={css.section} aria-label={words.versions.title}>
      <Notice tone="warning" title={words.versions.title}>
        <p>{different.length === 0 && others.length > 0 ? words.versions.alike : words.versions.text}</p>
      </Notice>
      {work.problem !== undefined && <ProblemNotice problem={work.problem} title={text.sessions.notSaved} />}
      {failed?.ok === false && <ProblemNotice problem={failed.problem} title={text.signUps.one.cannotOpen} />}
      {different.map((field) => (
        <ChoiceGroup
          key={field}
          name={`version-${field}`}
          label={fieldLabel(field, text)}
          columns
          value={giverOf(all, counts, choices, field).id}
          onChange={(id) => setChosen({ ...chosen, [field]: id })}
          choices={all.map((one) => ({ value: one.id, label: fieldShown(one, field, text), hint: about(one) }))}
        />
      ))}
      {others.length > 0 && (
        <div class={css.actions}>
          {different.length > 0 && (
            <Button
              look="main"
              busy={work.busy ? words.applying : undefined}
              onClick={() => void settle(mergedContact(all, counts, choices) ?? counts.contact)}
            >
              {words.versions.take}
            </Button>
          )}
          <Button busy={work.busy ? words.applying : undefined} onClick={() => void settle(counts.contact)}>
            {words.versions.keep}
          </Button>
        </div>
      )}
    </section>
  );

  function about(one: OpenVersion): string {
    const { at, staff, device: made } = one.sealedIn;
    const who = words.by(desk.staffName(staff), desk.deviceName(made));
    return [one === counts ? words.versions.counts : '', text.formatting.moment(at, desk.places.zone), who]
      .filter((part) => part !== '')
      .join(' · ');
  }
}
