// Notes of a session. Saved when the writer pauses at another field or presses the button; what is typed is kept in memory when the
// tab is left, and what another device wrote meanwhile is shown beside it, never put over it.

import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import type { Session } from '../../../domain/session.ts';
import { useApp } from '../../context.ts';
import { useHoldUpdates } from '../../offline/use-hold-updates.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { useWarnBeforeUnload } from '../../records/use-warn-before-unload.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LiveRegion } from '../../ui/feedback/LiveRegion.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import css from './notes-panel.module.css';

interface Draft {
  readonly text: string;
  /** The saved notes this draft began from. */
  readonly base: string;
}

/** Typed, not saved: kept while the page lives, so that switching tabs loses nothing. */
const drafts = new Map<string, Draft>();
const longest = 10_000;

export function NotesPanel({ session }: { readonly session: Session }) {
  const { device, text } = useApp();
  const words = text.sessionSteps.notes;
  const stored = session.values.notes;
  const [draft, setDraft] = useState<Draft>(() => drafts.get(session.id) ?? { text: stored, base: stored });
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const dirty = draft.text !== draft.base;
  const changedElsewhere = stored !== draft.base && dirty;
  const tooLong = draft.text.length > longest;
  useHoldUpdates(dirty);
  useWarnBeforeUnload(dirty);

  // Nothing typed here: follow what arrives.
  useEffect(() => {
    if (!dirty && stored !== draft.base) setDraft({ text: stored, base: stored });
  }, [stored, dirty, draft.base]);

  function change(next: Draft): void {
    setDraft(next);
    if (next.text === next.base) drafts.delete(session.id);
    else drafts.set(session.id, next);
  }

  async function save(): Promise<void> {
    if (!dirty || saving || tooLong) return;
    setSaving(true);
    const written = draft.text;
    const result = await device.act.changeSession(session.id, { notes: written });
    setSaving(false);
    if (!result.ok) return setProblem(result.problem);
    setProblem(null);
    setDraft((now) => {
      const next = { text: now.text, base: written };
      if (next.text === written) drafts.delete(session.id);
      else drafts.set(session.id, next);
      return next;
    });
  }

  return (
    <div class={css.notes}>
      {problem !== null && <ProblemNotice problem={problem} title={text.sessions.notSaved} />}
      {changedElsewhere && !saving && (
        <Notice
          tone="warning"
          title={words.changedElsewhere}
          actions={<Button onClick={() => change({ text: stored, base: stored })}>{words.useTheirs}</Button>}
        >
          <p class={css.theirs}>{stored}</p>
        </Notice>
      )}
      <TextArea
        name="notes"
        label={words.label}
        hint={words.hint}
        rows={10}
        value={draft.text}
        error={tooLong ? words.tooLong(longest) : undefined}
        onInput={(value) => change({ ...draft, text: value })}
        onBlur={() => {
          if (!changedElsewhere) void save();
        }}
      />
      <div class={css.foot}>
        <Button look="main" disabled={!dirty || tooLong} busy={saving ? words.saving : undefined} onClick={() => void save()}>
          {words.save}
        </Button>
        <span>{dirty ? words.unsaved : draft.text === '' ? '' : words.saved}</span>
        <LiveRegion text={dirty || draft.text === '' ? '' : words.saved} />
      </div>
    </div>
  );
}
