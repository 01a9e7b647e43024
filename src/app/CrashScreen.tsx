// The one boundary for bugs, and for a store that cannot be opened: what happened, what is safe, what to do. Shows no data, only a code.

import type { Problem } from '../domain/problem.ts';
import { useApp } from './context.ts';
import { routes } from './routes.ts';
import { Button } from './ui/button/Button.tsx';

export interface CrashScreenProps {
  readonly error?: Error;
  readonly problem?: Problem;
}

export function CrashScreen({ error, problem }: CrashScreenProps) {
  const { text } = useApp();
  const words = problem === undefined ? null : text.problems[problem.code];
  return (
    <main id="main" class="lone">
      <h1>{words?.happened ?? text.shell.crashedTitle}</h1>
      <p>{words === null ? text.shell.crashedText : `${words.safe} ${words.next}`}</p>
      <p>{text.shell.codeIs(problem?.code ?? error?.name ?? 'bug')}</p>
      <Button look="main" onClick={() => location.assign(routes.today)}>
        {text.shell.tryAgain}
      </Button>
    </main>
  );
}
