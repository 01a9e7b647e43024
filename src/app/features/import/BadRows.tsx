// What of a file cannot be used, by line and with the reason in words; the whole list can be saved.

import { csvText } from '../../../domain/export/csv-text.ts';
import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable } from '../../ui/data/DataTable.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { ImportWords } from './import-words.ts';
import css from './import.module.css';

export interface BadRowsProps {
  readonly rows: readonly BadLine[];
  readonly words: ImportWords;
  /** The column that names the row besides its line. */
  readonly nameLabel?: string;
}

export interface BadLine {
  readonly line: number;
  readonly reason: string;
  readonly name?: string;
}

const mostShown = 50;

export function BadRows({ rows, words, nameLabel }: BadRowsProps) {
  const { text } = useApp();
  const named = nameLabel === undefined ? [] : [nameLabel];

  function save(): void {
    const table = csvText(
      [words.line, ...named, words.reason],
      rows.map(({ line, name = '', reason }) => [line, ...named.map(() => name), reason]),
    );
    saveFile(words.badRowsFile, 'text/csv', table);
  }

  return (
    <section class={css.bad}>
      <h2 class={css.title}>{words.badRows(rows.length)}</h2>
      <p>{words.badRowsText}</p>
      <DataTable
        caption={words.badRows(rows.length)}
        captionHidden
        columns={[
          { key: 'line', label: words.line, numeric: true, cell: (row: BadLine) => text.formatting.number(row.line) },
          ...named.map((label) => ({ key: 'name', label, cell: (row: BadLine) => <span class={css.name}>{row.name}</span> })),
          { key: 'reason', label: words.reason, cell: (row: BadLine) => row.reason },
        ]}
        rows={rows.slice(0, mostShown)}
        rowKey={(row) => `${row.line} ${row.reason}`}
      />
      {rows.length > mostShown && <p>{words.badRowsMore(rows.length - mostShown)}</p>}
      <Button icon="download" onClick={save}>
        {words.downloadBadRows}
      </Button>
    </section>
  );
}
