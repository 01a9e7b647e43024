// Gallery: today's sessions, and ten thousand sites in a window.
import { useState } from 'preact/hooks';
import { LinkButton } from '../../../src/app/ui/button/LinkButton.tsx';
import { List, ListItem } from '../../../src/app/ui/data/List.tsx';
import { ListRow } from '../../../src/app/ui/data/ListRow.tsx';
import { WindowedList } from '../../../src/app/ui/data/WindowedList.tsx';
import { DeliveryState } from '../../../src/app/ui/feedback/DeliveryState.tsx';
import { PageHeader } from '../../../src/app/ui/frame/PageHeader.tsx';
import { SearchField } from '../../../src/app/ui/form/SearchField.tsx';

const sites = Array.from({ length: 10_000 }, (_, number) => ({ id: `s${number}`, name: `Stop ${number + 1}` }));

export function ListPage() {
  const [sought, setSought] = useState('');
  const found = sites.filter((site) => site.name.toLowerCase().includes(sought.toLowerCase()));
  return (
    <>
      <PageHeader
        title="Today"
        meta="Thursday, September 18"
        actions={
          <LinkButton look="main" href="#form" icon="add">
            New session
          </LinkButton>
        }
      />
      <List label="Sessions today">
        <ListItem>
          <ListRow
            href="#session"
            leading="10:00"
            title="Bookmobile stop, Saturday market"
            meta="Finished, 77 people"
            trailing={<DeliveryState state="on-server" label="On the server" />}
          />
        </ListItem>
        <ListItem>
          <ListRow
            href="#session"
            leading="14:00"
            title="Storytime at Maple Court"
            meta="Open, 146 people, 3 sign-ups"
            current
            trailing={<DeliveryState state="on-device" label="On this device" />}
          />
        </ListItem>
        <ListItem>
          <ListRow
            href="#session"
            leading="16:30"
            title="Digital literacy workshop at Eastside Elementary School"
            meta="Planned, 12–18"
            trailing={<DeliveryState state="needs-attention" label="Needs attention" />}
          />
        </ListItem>
      </List>
      <h2>Sites</h2>
      <SearchField
        name="site"
        label="Search sites"
        labelHidden
        placeholder="Search sites"
        clearLabel="Clear"
        value={sought}
        onInput={setSought}
      />
      <WindowedList
        label="Sites"
        items={found}
        itemKey={(site) => site.id}
        row={(site, index) => (
          <ListRow href={`#${site.id}`} icon={index % 3 === 0 ? 'vehicle' : 'place'} title={site.name} meta="School, 4 sessions" />
        )}
      />
    </>
  );
}
