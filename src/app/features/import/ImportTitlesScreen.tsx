// A file of titles into the catalogue: choose, look at what it brings, confirm, done. What the file is (a table, MARC 21, MARCXML) is found
// out by reading it. Nothing is written before the person has seen the figures.

import { useState } from 'preact/hooks';
import type { TitlesImport } from '../../../device/actions/titles.ts';
import { useApp } from '../../context.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { StatFigure } from '../../ui/data/StatFigure.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { Progress } from '../../ui/feedback/Progress.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useImportWork } from './use-import-work.ts';
import { useLook } from './use-look.ts';
import { BadTitles } from './BadTitles.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { NotWritten } from './NotWritten.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { LastImports } from './LastImports.tsx';
import { TitlesDone, titlesIn } from './TitlesDone.tsx';
import css from './import.module.css';

/** 20,000 MARC records are 20 to 40 MB. */
const largest = 100_000_000;

const sample = `title,author,isbn,barcode,type,language,topic,ages
"Krik? Krak!","Danticat, Edwidge",9781569470251,30234000517861,book,English,reading,19+
Storytime kit: Colors,,,30234000517879,kit,Spanish,literacy,0-5
`;

export function ImportTitlesScreen() {
  const { device, text } = useApp();
  const words = text.titles;
  const [chosen, setChosen] = useState<{ readonly name: string; readonly size: number } | undefined>(undefined);
  const [saved, setSaved] = useState<TitlesImport | undefined>(undefined);
  const reading = useLook<TitlesImport>();
  const looked = reading.found;
  const plan = looked?.plan;
  const brings = plan === undefined ? 0 : titlesIn(plan);
  const work = useImportWork(brings > 0);
  const { applying, undoing } = work;
  const number = text.formatting.number;

  async function choose(file: File): Promise<void> {
    setChosen({ name: file.name, size: file.size });
    reading.clear();
    setSaved(undefined);
    work.clear();
    await reading.look(async (watch) => device.act.importTitles(new Uint8Array(await file.arrayBuffer()), watch));
  }

  async function apply(): Promise<void> {
    if (looked === undefined || reading.busy || (await applying.run(() => looked.apply(chosen?.name))) === undefined) return;
    setSaved(looked);
    reading.clear();
  }

  async function takeBack(): Promise<void> {
    if (looked === undefined || !(await work.takeBack(looked.undo))) return;
    setChosen(undefined);
    reading.clear();
  }

  return (
    <>
      <PageHeader title={words.title} meta={words.text} back={{ href: routes.resources, label: text.resources.title }} />
      {work.isTakenBack && <Notice tone="info" title={words.undone} announce />}
      {saved !== undefined && <TitlesDone key={chosen?.name} imported={saved} />}
      <ChooseFile
        chosen={saved === undefined ? chosen : undefined}
        onChoose={(file) => void choose(file)}
        words={{ ...text.importing, choose: words.choose, tooLarge: words.tooLarge }}
        accept=".csv,.mrc,.marc,.xml,text/csv,text/plain"
        largest={largest}
      />
      {reading.busy && (
        <Progress
          label={text.importing.reading}
          value={reading.progress}
          words={text.files.readingPart(Math.round(reading.progress * 100))}
        />
      )}
      {reading.problem !== undefined && <ProblemNotice problem={reading.problem} />}
      {plan !== undefined && (
        <section class={css.preview}>
          <h2 class={css.title}>{text.importing.preview}</h2>
          <div class={css.figures}>
            {plan.added.length > 0 && <StatFigure value={number(plan.added.length)} label={words.added(plan.added.length)} />}
            {plan.changed.length > 0 && <StatFigure value={number(plan.changed.length)} label={words.changed} />}
            {plan.unchanged > 0 && <StatFigure value={number(plan.unchanged)} label={words.unchanged} />}
            {plan.bad.length > 0 && <StatFigure value={number(plan.bad.length)} label={words.badLabel(plan.bad.length)} />}
          </div>
          {brings === 0 && plan.unchanged > 0 && <Notice tone="done" title={text.importing.nothingNewTitle} />}
          {brings === 0 && plan.unchanged === 0 && <Notice tone="warning" title={words.nothing} />}
          {plan.bad.length > 0 && <BadTitles bad={plan.bad} />}
          {(applying.busy || undoing.busy) && <ImportProgress total={brings} undoes={undoing.busy} />}
          {applying.problem && <NotWritten problem={applying.problem} undoing={undoing} onTakeBack={() => void takeBack()} />}
          {brings > 0 && !undoing.busy && (
            <ActionBar>
              <Button look="main" icon="check" busy={applying.busy ? text.importing.working : undefined} onClick={() => void apply()}>
                {words.confirm(brings)}
              </Button>
            </ActionBar>
          )}
        </section>
      )}
      {plan === undefined && saved === undefined && !reading.busy && <LastImports kind="titles" />}
      {plan === undefined && !reading.busy && (
        <section class={css.help}>
          <h2 class={css.title}>{words.helpTitle}</h2>
          <p>{words.help}</p>
          <Button look="quiet" icon="download" onClick={() => saveFile(words.sampleName, 'text/csv', sample)}>
            {words.sample}
          </Button>
        </section>
      )}
    </>
  );
}
