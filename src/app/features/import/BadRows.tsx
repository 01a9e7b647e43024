// Rows that cannot be used, by line of the file and with the reason in words; the whole list can be saved.

import type { BadRow } from '../../../domain/import/stop-timetable.ts';
import { csvText } from '../../../domain/export/csv-text.ts';
import { useApp } from '../../context.ts';
import type { Text } from '../../text/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable } from '../../ui/data/DataTable.tsx';
import { saveFile } from '../../ui/save-file.ts';
import css from './import.module.css';

const mostShown = 50;

export function BadRows({ rows }: { readonly rows: readonly BadRow[] }) {
  const { text } = useApp();
  const words = text.importing;

  function save(): void {
    const table = csvText(
      [words.line, words.reason],
      rows.map((row) => [row.line, reasonOf(row, words)]),
    );
    saveFile(words.badRowsFile, 'text/csv', table);
  }

  return (
    <section class={css.bad}>
      <h3 class={css.title}>{words.badRows(rows.length)}</h3>
      <p>{words.badRowsText}</p>
      <DataTable
        caption={words.badRows(rows.length)}
        captionHidden
        columns={[
          { key: 'line', label: words.line, numeric: true, cell: (row: BadRow) => text.formatting.number(row.line) },
          { key: 'reason', label: words.reason, cell: (row: BadRow) => reasonOf(row, words) },
        ]}
        rows={rows.slice(0, mostShown)}
        rowKey={(row) => `${row.line} ${row.reason} ${row.field}`}
      />
      {rows.length > mostShown && <p>{words.badRowsMore(rows.length - mostShown)}</p>}
      <Button icon="download" onClick={save}>
        {words.downloadBadRows}
      </Button>
    </section>
  );
}

function reasonOf({ reason, field }: BadRow, words: Text['importing']): string {
  return words.reasons[reason](field);
}
