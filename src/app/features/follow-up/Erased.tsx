// What was erased, and what of it is not confirmed. The first names nobody, and stays when the desk locks; the second goes with it.

import { useEffect, useRef } from 'preact/hooks';
import type { Erasure } from '../../../protocol/erase.ts';
import { useApp } from '../../context.ts';
import { routes } from '../../routes.ts';
import { Button } from '../../ui/button/Button.tsx';
import { LinkButton } from '../../ui/button/LinkButton.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import type { Erasing } from './use-erasing.ts';

export interface ErasedProps {
  readonly made: readonly Erasure[];
  readonly zone: string;
  readonly onClose: () => void;
}

export function Erased({ made, zone, onClose }: ErasedProps) {
  const { text } = useApp();
  const words = text.erasing.person;
  const notice = useRef<HTMLDivElement>(null);
  // The sign-up that was open goes, and the button that was tapped with it.
  useEffect(() => notice.current?.focus(), [made.length]);
  const [last] = made.toReversed();
  if (last === undefined) return null;
  const count = made.reduce((sum, { signUps }) => sum + signUps, 0);
  return (
    <div ref={notice} tabIndex={-1}>
      <Notice
        tone="done"
        title={text.erasing.entry(count)}
        announce
        actions={
          <>
            <LinkButton href={routes.erasures}>{words.seeProof}</LinkButton>
            <Button onClick={onClose}>{text.shell.close}</Button>
          </>
        }
      >
        <p>{words.doneText(text.formatting.moment(last.at, zone))}</p>
        <p>{words.proofText(made.map(({ sequence }) => text.formatting.number(sequence)).join(', '))}</p>
      </Notice>
    </div>
  );
}

export function NotErased({ erasing }: { readonly erasing: Erasing }) {
  const { text } = useApp();
  const words = text.erasing.person;
  const { left, busy } = erasing;
  const [first] = left;
  if (first === undefined) return null;
  const { happened } = text.problems[first.problem.code];
  return (
    <Notice
      tone="problem"
      title={words.leftTitle(left.length)}
      code={text.shell.codeIs(first.problem.code)}
      announce
      actions={
        <>
          {first.problem.code === 'not-signed-in' && <LinkButton href={routes.signIn}>{text.access.devices.signInTitle}</LinkButton>}
          <Button busy={busy ? text.erasing.erasing : undefined} onClick={() => void erasing.erase(left)}>
            {words.eraseRest}
          </Button>
          <Button onClick={erasing.forget}>{text.shell.close}</Button>
        </>
      }
    >
      <p>{happened}</p>
      <ul>
        {left.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>{words.leftText}</p>
    </Notice>
  );
}
