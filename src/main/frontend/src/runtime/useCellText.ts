import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ExactNumber, stringifyExact } from '../api/json';
import type { Field, Schema } from '../api/types';
import { useFormat } from '../ui/format';
import { NUMBERS } from './filters';
import { filesOf, isFiles, labelOf } from './values';

export function choiceLabel(field: Field, value: unknown): string {
  const choice = field.choices?.find((candidate) => candidate.value === value);
  return choice?.label ?? String(value);
}

/** A stored value as a person reads it. */
export function useCellText(schemas: Schema[]) {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (field: Field, value: unknown): string => {
      if (value === null || value === undefined || value === '') return '';
      if (field.type === 'boolean') return value === true ? t('common.yes') : t('common.no');
      if (
        NUMBERS.includes(field.type) &&
        (typeof value === 'number' || value instanceof ExactNumber || typeof value === 'string')
      ) {
        return format.digits(String(value));
      }
      if (field.type === 'date') return format.date(String(value));
      if (field.type === 'datetime') return format.dateTime(String(value));
      if (field.type === 'choice') return choiceLabel(field, value);
      if (isFiles(field)) return filesOf(value).map((file) => file.name).join(', ');
      if (Array.isArray(value)) {
        return value.map((item) => (field.choices ? choiceLabel(field, item) : one(item))).join(', ');
      }
      return one(value);

      function one(item: unknown): string {
        if (item === null || typeof item !== 'object') {
          return field.type === 'relation' ? String(item).slice(-8) : String(item);
        }
        if (field.type === 'json') return stringifyExact(item);
        const target = schemas.find((schema) => schema.table_name === field.target);
        return labelOf(item as Record<string, unknown>, target, field.display_field);
      }
    },
    [t, format, schemas],
  );
}
