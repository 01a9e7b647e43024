// The library's own record: its name, time zone and languages. Coordinators change it, everybody may read it; only fields that were
// changed here are saved, so two coordinators do not undo each other.

import type { LibraryFields } from '../../../../domain/places.ts';
import { identity } from '../../../../device/store/identity.ts';
import { libraryRecord } from '../../../../device/store/records.ts';
import { mayWriteFact } from '../../../../domain/may.ts';
import { useApp } from '../../../context.ts';
import { useLive } from '../../../live.ts';
import { ProblemNotice } from '../../../records/ProblemNotice.tsx';
import { routes } from '../../../routes.ts';
import { List, ListItem } from '../../../ui/data/List.tsx';
import { ListRow } from '../../../ui/data/ListRow.tsx';
import { Skeleton } from '../../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../../ui/frame/PageHeader.tsx';
import { LibraryForm } from './LibraryForm.tsx';

export function LibraryScreen() {
  const { device, text } = useApp();
  const words = text.settings;
  const live = useLive(async () => {
    const [who, library] = await Promise.all([identity(device.store), libraryRecord(device.store)]);
    return { mayChange: who !== null && mayWriteFact(who.level, 'library.changed'), values: library?.values };
  }, []);
  return (
    <>
      <PageHeader title={words.library} back={{ href: routes.settings, label: words.title }} />
      {live.state === 'loading' && <Skeleton label={text.shell.loading} />}
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'ready' && live.value.values === undefined && <p>{words.libraryNotYet}</p>}
      {live.state === 'ready' && live.value.values !== undefined && (
        <LibraryOf values={live.value.values} mayChange={live.value.mayChange} />
      )}
    </>
  );
}

function LibraryOf({ values, mayChange }: { readonly values: LibraryFields; readonly mayChange: boolean }) {
  const { text } = useApp();
  const words = text.settings;
  if (mayChange) return <LibraryForm values={values} />;
  return (
    <>
      <List label={words.library}>
        <ListItem>
          <ListRow title={values.name} meta={words.libraryName} />
        </ListItem>
        <ListItem>
          <ListRow title={values.timeZone.replaceAll('_', ' ')} meta={text.access.timeZone.label} />
        </ListItem>
        <ListItem>
          <ListRow title={text.formatting.list(values.languages.map((one) => text.words.language[one]))} meta={words.languages} />
        </ListItem>
      </List>
      <p>{words.forCoordinators}</p>
    </>
  );
}
