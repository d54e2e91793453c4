import type { Field } from '../api/types';
import { choiceLabel } from './useCellText';

const HUES = 6;

/** A choice keeps its hue wherever it is shown; the text tells it, the colour only helps. */
export function ChoiceBadge({ field, value }: { field: Field; value: unknown }) {
  const index = field.choices?.findIndex((choice) => choice.value === value) ?? 0;
  return (
    <span className="monogram choice" data-hue={Math.max(0, index) % HUES}>
      {choiceLabel(field, value)}
    </span>
  );
}
