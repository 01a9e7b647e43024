// The kinds of session the library plans with: Wayside's ten and its own; and the words of the exit survey.

import { identity } from '../../../device/store/identity.ts';
import { templates } from '../../../device/store/templates.ts';
import { mayWriteFact } from '../../../domain/may.ts';
import { isOwnTemplate, type Template, usualTemplate } from '../../../domain/templates.ts';
import { useApp } from '../../context.ts';
import { useLive } from '../../live.ts';
import { ProblemNotice } from '../../records/ProblemNotice.tsx';
import { templateName } from '../../records/template-words.ts';
import { routes } from '../../routes.ts';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { List, ListItem } from '../../ui/data/List.tsx';
import { ListRow } from '../../ui/data/ListRow.tsx';
import { Skeleton } from '../../ui/feedback/Skeleton.tsx';
import { ActionBar } from '../../ui/frame/ActionBar.tsx';
import { PageHeader } from '../../ui/frame/PageHeader.tsx';

export function TemplatesScreen() {
  const { device, text } = useApp();
  const words = text.workshops.settings;
  const live = useLive(async () => {
    const [who, known] = await Promise.all([identity(device.store), templates(device.store)]);
    return { known, mayChange: who !== null && mayWriteFact(who.level, 'template.changed') };
  }, [device]);
  return (
    <>
      <PageHeader title={words.title} back={{ href: routes.settings, label: text.settings.title }} />
      <p>{words.lead}</p>
      {live.state === 'problem' && <ProblemNotice problem={live.problem} />}
      {live.state === 'loading' && <Skeleton label={text.shell.loading} rows={10} />}
      {live.state === 'ready' && (
        <>
          {!live.value.mayChange && <p>{words.forCoordinators}</p>}
          <List label={words.wording}>
            <ListItem>
              <ListRow icon="language" title={words.wording} meta={words.wordingHint} href={routes.template('survey')} />
            </ListItem>
          </List>
          <h2>{words.list}</h2>
          <List label={words.list}>
            {live.value.known.map((one) => (
              <ListItem key={one.id}>
                <ListRow title={templateName(one, text)} meta={aboutOf(one)} href={routes.template(one.id)} />
              </ListItem>
            ))}
          </List>
          {live.value.mayChange && (
            <ActionBar>
              <LinkButton large icon="add" href={routes.template('new')}>
                {words.add}
              </LinkButton>
            </ActionBar>
          )}
        </>
      )}
    </>
  );

  function aboutOf({ id, values }: Template): string {
    const changed = JSON.stringify(values) !== JSON.stringify(usualTemplate(id));
    return [
      ...(values.archived ? [words.away] : []),
      ...(isOwnTemplate(id) ? (changed ? [words.adapted] : []) : [words.own]),
      text.words.activityType[values.activityType],
      text.words.targetAge[values.targetAge],
      ...(values.asksSurvey ? [text.workshops.survey.title] : []),
    ].join(' · ');
  }
}
