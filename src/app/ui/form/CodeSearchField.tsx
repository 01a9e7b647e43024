// A search that a code answers as well as words do: what is scanned replaces what was looked for.
import { useRef } from 'preact/hooks';
import { FieldFrame } from './FieldFrame.tsx';
import { type FieldProps, useFieldWiring } from './field-wiring.ts';
import { ScanFrame, type ScanProps } from './ScanFrame.tsx';
import { SearchBox, type SearchBoxProps } from './SearchBox.tsx';

export function CodeSearchField(props: FieldProps & SearchBoxProps & ScanProps) {
  const wiring = useFieldWiring(props);
  const input = useRef<HTMLInputElement>(null);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <ScanFrame
        input={input}
        formats={props.formats}
        words={props.words}
        wholeScreen={props.wholeScreen}
        iconOnly
        onCode={(code) => {
          props.onInput(code);
          return undefined;
        }}
      >
        <SearchBox search={props} wiring={wiring} input={input} takesCodes />
      </ScanFrame>
    </FieldFrame>
  );
}
