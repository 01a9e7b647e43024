// An address that leads nowhere: says so, and says that nothing is lost.

import { useApp } from './context.ts';
import { routes } from './routes.ts';
import { LinkButton } from './ui/button/LinkButton.tsx';
import { PageHeader } from './ui/frame/PageHeader.tsx';

export function NotFoundScreen() {
  const { text } = useApp();
  return (
    <>
      <PageHeader title={text.shell.notFoundTitle} />
      <p>{text.shell.notFoundText}</p>
      <LinkButton href={routes.today}>{text.shell.goToToday}</LinkButton>
    </>
  );
}
