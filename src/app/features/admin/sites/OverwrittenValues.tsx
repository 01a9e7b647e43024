// Values that a later edit from elsewhere replaced without having seen them: kept, and offered for review.

import type { Overwritten } from '../../../../domain/record.ts';
import { useApp } from '../../../context.ts';
import { Notice } from '../../../ui/feedback/Notice.tsx';

export function OverwrittenValues({ overwritten }: { readonly overwritten: readonly Overwritten[] }) {
  const { text } = useApp();
  const words = text.settings.site;
  const fields: Readonly<Record<string, string>> = words.fields;
  const shown = overwritten.filter((one) => typeof one.lost.value === 'string' && fields[one.field] !== undefined).slice(-3);
  if (shown.length === 0) return null;
  return (
    <Notice tone="info" title={words.overwrittenTitle}>
      {shown.map((one) => (
        <p key={one.by}>{words.overwrittenText(fields[one.field] ?? '', String(one.lost.value))}</p>
      ))}
    </Notice>
  );
}
