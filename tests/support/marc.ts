// MARC 21 records for tests, as bytes and as XML, from the same made-up fields.

export interface MadeField {
  readonly tag: string;
  readonly indicators?: string;
  /** '$aTitle$bRest'; of a control field the value itself. */
  readonly text: string;
}

const utf8 = (text: string) => [...new TextEncoder().encode(text)];

/** ISO 2709. `encode` for MARC-8 (leader 9 blank) in place of UTF-8. */
export function marcBytes(fields: readonly MadeField[], { kind = 'a', encode = utf8, utf = 'a' } = {}): Uint8Array {
  const bodies = fields.map(({ tag, indicators = '  ', text }) => [
    ...encode(tag.startsWith('00') ? text : `${indicators}${text.replace(/\$(.)/g, '\u001f$1')}`),
    0x1e,
  ]);
  const directory = bodies.map((body, at) => {
    const from = bodies.slice(0, at).reduce((sum, one) => sum + one.length, 0);
    return `${fields[at]?.tag}${String(body.length).padStart(4, '0')}${String(from).padStart(5, '0')}`;
  });
  const base = 24 + 12 * fields.length + 1;
  const length = base + bodies.flat().length + 1;
  const leader = `${String(length).padStart(5, '0')}n${kind}m ${utf}22${String(base).padStart(5, '0')}   4500`;
  return Uint8Array.from([...utf8(leader + directory.join('')), 0x1e, ...bodies.flat(), 0x1d]);
}

export function marcXml(records: readonly (readonly MadeField[])[], prefix = ''): string {
  const p = prefix === '' ? '' : `${prefix}:`;
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const field = ({ tag, indicators = '  ', text }: MadeField) =>
    tag.startsWith('00')
      ? `<${p}controlfield tag="${tag}">${escaped(text)}</${p}controlfield>`
      : `<${p}datafield ind1="${indicators[0]}" tag='${tag}' ind2="${indicators[1]}">${text
          .split('$')
          .slice(1)
          .map((part) => `<${p}subfield code="${part[0]}">${escaped(part.slice(1))}</${p}subfield>`)
          .join('\n')}</${p}datafield>`;
  const inside = records.map(
    (one) => `<${p}record><${p}leader>00000nam a2200000   4500</${p}leader>${one.map(field).join('')}</${p}record>`,
  );
  return `<?xml version="1.0"?>\n<${p}collection>${inside.join('\n')}</${p}collection>`;
}
