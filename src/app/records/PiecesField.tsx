// How many of a thing: typed, or stepped one by one.

import { useApp } from '../context.ts';
import { NumberField, type NumberFieldProps } from '../ui/form/NumberField.tsx';

/** As the records of hand-outs, loans and stock take it. */
const most = 9_999;

export function PiecesField(props: Omit<NumberFieldProps, 'max' | 'steps'>) {
  const { less, more } = useApp().text.handOuts.form;
  return <NumberField {...props} max={most} steps={{ less, more }} />;
}
