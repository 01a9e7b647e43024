// Which columns a timetable needs, with a small file to begin from.

import { useApp } from '../../context.ts';
import { Button } from '../../ui/button/Button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import css from './import.module.css';

const sample = `organisation,mobile,route,community,stop,address,postcode,geox,geoy,day,type,arrival,departure,frequency,start,end,exceptions,timetable
North Miami Public Library,Bookmobile 1,A,Sunkist Grove,Community Center,12220 NW 13th Ave,33167,-80.2167,25.8853,Tuesday,Public,15:30,17:00,FREQ=WEEKLY,2026-01-06,,,
North Miami Public Library,Bookmobile 1,A,Arch Creek,Elementary School,702 NE 137th St,33161,-80.1838,25.9016,Thursday,Public,10:00,11:15,FREQ=WEEKLY;INTERVAL=2,2026-01-08,,2026-12-24,
`;

export function ColumnsHelp({ missing }: { readonly missing?: string | undefined }) {
  const { text } = useApp();
  const words = text.importing;
  return (
    <section class={css.help}>
      <h2 class={css.title}>{words.columnsTitle}</h2>
      {missing !== undefined && <p>{words.columnsMissing(missing)}</p>}
      <p>{words.columnsText}</p>
      <Button look="quiet" icon="download" onClick={() => saveFile(words.sampleName, 'text/csv', sample)}>
        {words.sampleDownload}
      </Button>
    </section>
  );
}
