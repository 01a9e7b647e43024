// Rows and records that cannot be used, by their place in the file and with the reason in words; the whole list can be saved.

import { csvText } from '../../../domain/export/csv-text.ts';
import type { BadTitle } from '../../../domain/import/titles.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable } from '../../ui/data/DataTable.tsx';
import { saveFile } from '../../ui/save-file.ts';
import css from './import.module.css';

const mostShown = 50;

export function BadTitles({ bad }: { readonly bad: readonly BadTitle[] }) {
  const { text } = useApp();
  const words = text.titles;

  function save(): void {
    const table = csvText(
      [words.place, text.importing.reason],
      bad.map(({ line, reason }) => [line, words.reasons[reason]]),
    );
    saveFile(words.badFile, 'text/csv', table);
  }

  return (
    <section class={css.bad}>
      <h3 class={css.title}>{words.bad(bad.length)}</h3>
      <p>{words.badText}</p>
      <DataTable
        caption={words.bad(bad.length)}
        captionHidden
        columns={[
          { key: 'line', label: words.place, numeric: true, cell: ({ line }: BadTitle) => text.formatting.number(line) },
          { key: 'reason', label: text.importing.reason, cell: ({ reason }: BadTitle) => words.reasons[reason] },
        ]}
        rows={bad.slice(0, mostShown)}
        rowKey={({ line, reason }) => `${line} ${reason}`}
      />
      {bad.length > mostShown && <p>{words.badMore(bad.length - mostShown)}</p>}
      <Button icon="download" onClick={save}>
        {text.importing.downloadBadRows}
      </Button>
    </section>
  );
}
