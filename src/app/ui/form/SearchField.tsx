// What is typed here filters a list at once; there is nothing to press. Escape or the cross empties it.
import { useRef } from 'preact/hooks';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';
import { SearchBox, type SearchBoxProps } from './SearchBox.tsx';

export function SearchField(props: FieldProps & SearchBoxProps) {
  const wiring = useFieldWiring(props);
  const input = useRef<HTMLInputElement>(null);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <SearchBox search={props} wiring={wiring} input={input} />
    </FieldFrame>
  );
}
