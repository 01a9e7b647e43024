// Gallery: the parts that stand alone.
import { useState } from 'preact/hooks';
import { Button } from '../../../src/app/ui/button/Button.tsx';
import { IconButton } from '../../../src/app/ui/button/IconButton.tsx';
import { LinkButton } from '../../../src/app/ui/button/LinkButton.tsx';
import { DataTable } from '../../../src/app/ui/data/DataTable.tsx';
import { QrCode } from '../../../src/app/ui/data/QrCode.tsx';
import { StatFigure } from '../../../src/app/ui/data/StatFigure.tsx';
import { ConfirmDialog } from '../../../src/app/ui/dialog/ConfirmDialog.tsx';
import { DeliveryState } from '../../../src/app/ui/feedback/DeliveryState.tsx';
import { EmptyState } from '../../../src/app/ui/feedback/EmptyState.tsx';
import { Notice } from '../../../src/app/ui/feedback/Notice.tsx';
import { Progress } from '../../../src/app/ui/feedback/Progress.tsx';
import { Skeleton } from '../../../src/app/ui/feedback/Skeleton.tsx';
import { type Toast, Toasts } from '../../../src/app/ui/feedback/Toasts.tsx';
import { PageHeader } from '../../../src/app/ui/frame/PageHeader.tsx';
import { type ThemeLabels, ThemeSwitch } from '../../../src/app/ui/frame/ThemeSwitch.tsx';
import css from './gallery.module.css';

const rows = [
  { site: 'Maple Court', sessions: 12, heads: 341, cards: 18 },
  { site: 'Eastside Elementary School', sessions: 4, heads: 1208, cards: 96 },
  { site: 'Saturday market', sessions: 9, heads: 77, cards: 5 },
];

export function PartsPage({ themeLabels }: { readonly themeLabels: ThemeLabels }) {
  const [asked, setAsked] = useState(false);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  return (
    <>
      <PageHeader title="Parts" meta="All of them, in one place" actions={<Button icon="print">Print</Button>} />
      <div class={css.wrap}>
        <Button
          look="main"
          icon="start"
          onClick={() => setToasts([{ id: 'a', text: 'Session started', action: { label: 'Undo', onAct: () => {} } }])}
        >
          Start session
        </Button>
        <Button icon="add">Add many</Button>
        <Button look="quiet">Not now</Button>
        <Button look="danger" icon="delete" onClick={() => setAsked(true)}>
          Take back
        </Button>
        <Button look="main" busy="Saving">
          Save
        </Button>
        <Button disabled>Deliver now</Button>
        <LinkButton href="#list" icon="download">
          Download CSV
        </LinkButton>
        <IconButton icon="refresh" label="Refresh" onClick={() => {}} />
      </div>
      <div class={css.wrap}>
        <DeliveryState state="on-device" label="On this device" detail="Since 14:32" />
        <DeliveryState state="on-server" label="On the server" detail="Received 16:40" />
        <DeliveryState state="needs-attention" label="Needs attention" detail="Unknown site" />
      </div>
      <Notice tone="info" title="A new version is ready">
        It is put in place when no session is open.
      </Notice>
      <Notice tone="done" title="This tablet can go offline">
        All sessions of this week are on it.
      </Notice>
      <Notice tone="warning" title="The clock of this device is 3 hours behind" actions={<Button>How to set it</Button>}>
        Nothing is lost. Times are corrected when this device delivers.
      </Notice>
      <Notice tone="problem" title="Not saved" code="Code storage-full" actions={<Button icon="refresh">Try again</Button>}>
        This device is full. What you typed is still here.
      </Notice>
      <div class={css.wrap}>
        <StatFigure value="341" label="people" note="12 sessions" />
        <StatFigure value="1,208" label="children 6–11" />
        <StatFigure value="96" label="cards" />
      </div>
      <Progress label="Getting this week’s sessions" value={120} max={400} words="120 of 400" />
      <Progress label="Looking for the server" />
      <DataTable
        caption="September by site"
        columns={[
          { key: 'site', label: 'Site', cell: (row) => row.site },
          { key: 'sessions', label: 'Sessions', numeric: true, cell: (row) => row.sessions },
          { key: 'heads', label: 'Attendance', numeric: true, cell: (row) => row.heads.toLocaleString('en') },
          { key: 'cards', label: 'Card sign-ups', numeric: true, cell: (row) => row.cards },
        ]}
        rows={rows}
        rowKey={(row) => row.site}
        footer={['All sites', 25, '1,626', 119]}
      />
      <div class={css.wrap}>
        <QrCode text="https://wayside.example/enroll#K7QM-2XFA" label="Code to enroll this tablet" />
        <EmptyState icon="sign-up" title="No sign-ups yet" actions={<Button look="main">Take a sign-up</Button>}>
          Who wants a card, a program or the newsletter signs up here.
        </EmptyState>
      </div>
      <ThemeSwitch legend="Colors" labels={themeLabels} />
      <Skeleton label="Reading sessions" rows={2} />
      <Toasts toasts={toasts} dismissLabel="Dismiss" onDismiss={() => setToasts([])} />
      <ConfirmDialog
        open={asked}
        title="Take back 3 sign-ups?"
        look="danger"
        confirmLabel="Take back"
        cancelLabel="Keep them"
        onConfirm={() => setAsked(false)}
        onCancel={() => setAsked(false)}
      >
        <p>They are on this device only. Their history stays, and a coordinator can bring them back.</p>
      </ConfirmDialog>
    </>
  );
}
