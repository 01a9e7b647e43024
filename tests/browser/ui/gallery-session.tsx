// Gallery: counting in a session, with the log beside it where there is room.
import { useState } from 'preact/hooks';
import { Button } from '../../../src/app/ui/button/Button.tsx';
import { List, ListItem } from '../../../src/app/ui/data/List.tsx';
import { ListRow } from '../../../src/app/ui/data/ListRow.tsx';
import { StatFigure } from '../../../src/app/ui/data/StatFigure.tsx';
import { DeliveryState } from '../../../src/app/ui/feedback/DeliveryState.tsx';
import { ActionBar } from '../../../src/app/ui/frame/ActionBar.tsx';
import { PageHeader } from '../../../src/app/ui/frame/PageHeader.tsx';
import { SplitView } from '../../../src/app/ui/frame/SplitView.tsx';
import { Tabs } from '../../../src/app/ui/frame/Tabs.tsx';
import { TallyButton } from '../../../src/app/ui/tally/TallyButton.tsx';
import { TallyGrid } from '../../../src/app/ui/tally/TallyGrid.tsx';

const bands = ['6–11', '0–5', '12–18', '19+', 'Mixed'];

export function SessionPage() {
  const [counts, setCounts] = useState([23, 8, 0, 11, 104]);
  const change = (place: number, by: number) => setCounts(counts.map((count, each) => (each === place ? count + by : count)));
  return (
    <>
      <PageHeader
        back={{ href: '#list', label: 'Today' }}
        title="Storytime at Maple Court"
        meta={
          <>
            <span>Thursday, 14:00 to 15:00</span>
            <DeliveryState state="on-device" label="On this device" />
          </>
        }
      />
      <Tabs
        label="Parts of the session"
        tabs={[
          { href: '#session', label: 'Attendance', current: true, count: '146' },
          { href: '#s', label: 'Sign-ups', current: false, count: '3' },
          { href: '#r', label: 'Resources', current: false, count: '12' },
          { href: '#n', label: 'Notes', current: false },
        ]}
      />
      <SplitView
        firstLabel="Counting"
        secondLabel="Log"
        first={
          <>
            <StatFigure
              size="total"
              value={String(counts.reduce((a, b) => a + b, 0))}
              label="people here"
              note="62 counted on this device"
            />
            <TallyGrid label="Count by age">
              {bands.map((band, place) => (
                <TallyButton
                  key={band}
                  label={band}
                  lead={place === 0}
                  note={place === 0 ? 'This session’s age' : undefined}
                  count={counts[place] ?? 0}
                  addLabel="add one"
                  takeBackLabel={`Take one back, ${band}`}
                  onAdd={() => change(place, 1)}
                  onTakeBack={() => change(place, -1)}
                />
              ))}
            </TallyGrid>
            <ActionBar>
              <Button icon="undo">Undo: +1, 6–11, 14:32</Button>
              <Button icon="people">Add many</Button>
            </ActionBar>
          </>
        }
        second={
          <>
            <h2>Log</h2>
            <List label="Log">
              {['14:32', '14:31', '14:29', '14:10'].map((time, row) => (
                <ListItem key={time}>
                  <ListRow
                    leading={time}
                    title={row === 3 ? '+24, 6–11' : '+1, 6–11'}
                    meta={row === 3 ? 'Class of Ms. Alvarez' : 'This device'}
                    trailing={
                      <DeliveryState state={row < 2 ? 'on-device' : 'on-server'} label={row < 2 ? 'On this device' : 'On the server'} />
                    }
                  />
                </ListItem>
              ))}
            </List>
          </>
        }
      />
    </>
  );
}
