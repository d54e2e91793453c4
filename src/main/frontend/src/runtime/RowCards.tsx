import type { Field, Row, Schema } from '../api/types';
import { useCellText } from './useCellText';
import { labelOf } from './values';

/** Rows on a phone: each one a card with its first fields. */
export function RowCards({
  fields,
  schemas,
  schema,
  rows,
  onOpen,
}: {
  fields: Field[];
  schemas: Schema[];
  schema: Schema;
  rows: Row[];
  onOpen: (id: string) => void;
}) {
  const text = useCellText(schemas);
  return (
    <ul className="row-cards">
      {rows.map((row) => {
        const title = labelOf(row, schema);
        const shown = fields
          .filter((field) => field.visible_in_list !== false)
          .map((field) => ({ field, value: text(field, row[field.name]) }))
          .filter(({ value }) => value && value !== title)
          .slice(0, 4);
        return (
          <li key={row.id}>
            <button type="button" className="row-card" onClick={() => onOpen(row.id)}>
              <strong>{title}</strong>
              <dl>
                {shown.map(({ field, value }) => (
                  <div key={field.name} style={{ display: 'contents' }}>
                    <dt>{field.label || field.name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
