// All files kept on this device: looked through before leaving, thinned out when room is short, opened from in a hurry.

import { useState } from 'preact/hooks';
import { freeForFiles } from '../../../../device/store/make-room.ts';
import { fileBudget, pinnedFiles, pinnedState } from '../../../../device/store/pinned-files.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { Button } from '../../../ui/button/Button.tsx';
import { IconButton } from '../../../ui/button/IconButton.tsx';
import { LinkButton } from '../../../ui/button/LinkButton.tsx';
import { WindowedList } from '../../../ui/data/WindowedList.tsx';
import { ListRow } from '../../../ui/data/ListRow.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { SelectField } from '../../../ui/form/SelectField.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { useFocusGoesOn } from '../../../ui/use-focus-goes-on.ts';
import { useWork } from '../../../use-work.ts';
import { FileStateLine } from './FileStateLine.tsx';
import { fileState } from './file-state.ts';
import css from './files.module.css';
import { useFileActions } from './use-file-actions.ts';
import { iconOfFile, wordsOfFile } from './kind-icon.ts';

/** Bytes. */
const budgets = [100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_000_000_000, 5_000_000_000];

export function PinnedFilesScreen() {
  const { device, text } = useApp();
  const act = useFileActions();
  const words = text.files;
  const work = useWork();
  useFocusGoesOn();
  const [trying, setTrying] = useState(false);
  const live = useLive(async () => {
    const { store } = device;
    const [files, state, budget] = await Promise.all([pinnedFiles(store), pinnedState(store), fileBudget(store)]);
    return { files, state, budget };
  }, []);
  const free = useLive(() => freeForFiles(device.store), []);

  async function tryAgain(): Promise<void> {
    setTrying(true);
    await act.fetchFiles();
    setTrying(false);
  }

  if (live.state !== 'ready') {
    return (
      <>
        <PageHeader title={words.pinnedTitle} back={{ href: routes.settings, label: text.shell.settings }} />
        {live.state === 'problem' ? <ProblemNotice problem={live.problem} /> : <Skeleton label={text.shell.loading} />}
      </>
    );
  }
  const { files, state, budget } = live.value;
  const choices = budgets.includes(budget) ? budgets : [...budgets, budget].sort((a, b) => a - b);
  return (
    <>
      <PageHeader
        title={words.pinnedTitle}
        meta={files.length === 0 ? words.pinnedLead : words.sum(state.here, state.bytes)}
        back={{ href: routes.settings, label: text.shell.settings }}
        actions={
          state.missing.length > 0 && (
            <Button icon="refresh" busy={trying ? words.again : undefined} onClick={() => void tryAgain()}>
              {words.again}
            </Button>
          )
        }
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      {files.length === 0 ? (
        <EmptyState
          icon="download"
          title={words.pinnedEmptyTitle}
          actions={
            <LinkButton look="main" href={routes.resources}>
              {words.toResources}
            </LinkButton>
          }
        >
          {words.pinnedEmptyText}
        </EmptyState>
      ) : (
        <WindowedList
          label={words.pinnedList}
          items={files}
          itemKey={({ resource }) => resource}
          row={({ resource, title, file, kept }) => {
            const shown = fileState(text, true, kept);
            return (
              <ListRow
                icon={iconOfFile(file)}
                title={<a href={shown.complete ? routes.show(resource) : routes.resource(resource)}>{title}</a>}
                meta={
                  <>
                    {wordsOfFile(text, file)}
                    <FileStateLine state={shown} />
                  </>
                }
                beside
                trailing={
                  <IconButton icon="delete" label={words.letGoOne(title)} onClick={() => void work.run(() => act.unpinFile(resource))} />
                }
              />
            );
          }}
        />
      )}
      <section class={css.budget}>
        <SelectField
          name="budget"
          label={words.budget}
          hint={words.budgetHint}
          value={String(budget)}
          options={choices.map((size) => ({ value: String(size), label: words.budgetSize(size) }))}
          onInput={(size) => void work.run(() => act.setFileBudget(Number(size)))}
        />
        {free.state === 'ready' && free.value !== null && <p class={css.quiet}>{words.free(Math.max(0, free.value))}</p>}
      </section>
    </>
  );
}
