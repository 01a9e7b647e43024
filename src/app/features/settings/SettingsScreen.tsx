// Where everything that is set once lives: the library, its places and people, devices and sign-ups, this device.

import { delivery } from '../../../device/store/delivery.ts';
import { pinnedFiles } from '../../../device/store/pinned-files.ts';
import { libraryRecord, outlets, sealingKey, sites, staff } from '../../../device/store/records.ts';
import { self } from '../../../device/store/self.ts';
import { may } from '../../../domain/may.ts';
import { useApp } from '../../context.ts';
import { LanguageSwitch } from '../../LanguageSwitch.tsx';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { routes } from '../../routes.ts';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';
import { ThemeSwitch } from '../../ui/frame/ThemeSwitch.tsx';
import css from './settings.module.css';
import { SettingsGroup } from './SettingsGroup.tsx';

export function SettingsScreen() {
  const { device, offline, text } = useApp();
  const words = text.settings;
  const live = useLive(async () => {
    const { store } = device;
    const [own, library, outletRecords, siteRecords, people, key, state, files] = await Promise.all([
      self(store),
      libraryRecord(store),
      outlets(store),
      sites(store),
      staff(store),
      sealingKey(store),
      delivery(store),
      pinnedFiles(store),
    ]);
    return {
      who: own.identity,
      person: people.find((one) => one.id === own.staff)?.values.name ?? null,
      library: library?.values,
      outlets: outletRecords.length,
      sites: siteRecords.filter((site) => !site.values.archived).length,
      people: people.filter((one) => one.values.active).length,
      hasKey: key !== null,
      attention: state.attention,
      files: files.length,
    };
  }, []);

  if (live.state !== 'ready') {
    return (
      <>
        <PageHeader title={words.title} />
        {live.state === 'problem' ? <ProblemNotice problem={live.problem} /> : <Skeleton label={text.shell.loading} rows={8} />}
      </>
    );
  }
  const { who, library, person } = live.value;
  const isManager = who !== null && may(who.level, 'devices.manage');
  const mayErase = who !== null && may(who.level, 'sign-ups.erase');
  const mayImport = who !== null && may(who.level, 'import.stops');
  return (
    <>
      <PageHeader title={words.title} meta={library?.name} />
      <div class={css.groups}>
        <SettingsGroup
          title={words.libraryGroup}
          rows={[
            { href: routes.library, icon: 'book', title: words.library, meta: library?.name ?? words.libraryNotYet },
            { href: routes.outlets, icon: 'vehicle', title: words.outlets, meta: words.outletCount(live.value.outlets) },
            { href: routes.sites, icon: 'place', title: words.sites, meta: words.siteCount(live.value.sites) },
            { href: routes.partners, icon: 'partner', title: text.partners.title, meta: text.partners.hint },
            mayImport && { href: routes.importStops, icon: 'upload', title: words.importStops, meta: words.importHint },
            mayImport && { href: routes.importCalendar, icon: 'calendar', title: text.calendars.title, meta: text.calendars.settingsHint },
            { href: routes.resources, icon: 'kit', title: words.resources, meta: words.resourcesHint },
            { href: routes.templates, icon: 'check', title: text.workshops.settings.title, meta: text.workshops.settings.hint },
            { href: routes.staff, icon: 'people', title: words.staff, meta: words.staffCount(live.value.people) },
          ]}
        />
        <SettingsGroup
          title={words.fleetGroup}
          rows={[
            { href: routes.followUp, icon: 'sign-up', title: text.followUp.title, meta: text.followUp.settingsHint },
            isManager && { href: routes.devices, icon: 'device', title: words.devices, meta: words.devicesHint },
            {
              href: routes.sealing,
              icon: 'key',
              title: words.sealing,
              meta: live.value.hasKey ? words.sealingReady : words.sealingMissing,
              needsAttention: !live.value.hasKey,
            },
            mayErase && { href: routes.signUpRules, icon: 'sign-up', title: text.asking.title, meta: text.asking.hint },
            mayErase && { href: routes.erasures, icon: 'delete', title: text.erasing.title, meta: text.erasing.hint },
            { href: routes.cards, icon: 'card', title: text.cards.ranges.title, meta: text.cards.ranges.settings },
            isManager && { href: routes.quarantine, icon: 'needs-attention', title: words.heldAside, meta: words.heldHint },
          ]}
        />
        <SettingsGroup
          title={words.deviceGroup}
          rows={[
            {
              href: routes.thisDevice,
              icon: 'device',
              title: words.thisDevice,
              meta: words.thisDeviceHint(who?.name ?? '', person),
            },
            {
              href: routes.pinnedFiles,
              icon: 'download',
              title: text.files.pinnedTitle,
              meta: text.files.pinnedHint(live.value.files),
            },
            {
              href: routes.about,
              icon: 'info',
              title: words.about,
              meta: offline.updateWaiting.value ? words.updateLine : words.version(device.store.ports.appVersion),
            },
          ]}
        />
        <section class={css.appearance}>
          <ThemeSwitch legend={words.appearance} labels={text.shell.theme} />
        </section>
        <section class={css.appearance}>
          <LanguageSwitch withAutomatic />
        </section>
      </div>
    </>
  );
}
