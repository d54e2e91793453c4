import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Field } from '../api/types';
import { NUMBERS } from './filters';
import { RelationSelect } from './RelationSelect';
import { choicesOf, type InputValue } from './values';

const KINDS: Record<string, string> = {
  date: 'date',
  datetime: 'datetime-local',
  time: 'time',
  email: 'email',
  url: 'url',
  phone: 'tel',
  color: 'color',
};

/** The input of one field, by its type. */
export function RowInput({
  projectId,
  field,
  form,
  readOnly,
}: {
  projectId: string;
  field: Field;
  form: UseFormReturnType<Record<string, InputValue>>;
  readOnly: boolean;
}) {
  const { t } = useTranslation();
  const common = {
    label: field.label || field.name,
    labelProps: field.required ? { 'data-needed': true } : undefined,
    'aria-required': field.required || undefined,
    description: field.help_text || undefined,
    placeholder: field.placeholder || undefined,
    readOnly,
  };
  const input = form.getInputProps(field.name);
  switch (field.type) {
    case 'boolean':
      return (
        <Checkbox
          label={common.label}
          description={common.description}
          disabled={readOnly}
          {...form.getInputProps(field.name, { type: 'checkbox' })}
        />
      );
    case 'text':
    case 'rich_text':
      return <Textarea autosize minRows={3} maxRows={14} {...common} {...input} />;
    case 'json':
      return (
        <Textarea
          autosize
          minRows={3}
          maxRows={18}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.85rem' } }}
          {...common}
          {...input}
        />
      );
    case 'choice':
      return (
        <Select
          searchable
          clearable={!field.required}
          allowDeselect={!field.required}
          data={choicesOf(field)}
          {...common}
          {...input}
          value={(input.value as string) || null}
          onChange={(value) => form.setFieldValue(field.name, value ?? '')}
        />
      );
    case 'multi_choice':
      return <MultiSelect searchable data={choicesOf(field)} {...common} {...input} />;
    case 'relation':
      return (
        <RelationSelect
          projectId={projectId}
          field={field}
          {...common}
          placeholder={field.placeholder || t('rows.searchRelated')}
          error={input.error as string | undefined}
          value={input.value as string}
          onChange={(value) => form.setFieldValue(field.name, value ?? '')}
        />
      );
    default: {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      return (
        <TextInput
          type={KINDS[field.type] ?? 'text'}
          step={field.type === 'datetime' ? 1 : undefined}
          inputMode={NUMBERS.includes(field.type) ? (field.type === 'integer' ? 'numeric' : 'decimal') : undefined}
          {...common}
          description={common.description ?? (field.type === 'datetime' ? t('rows.zone', { zone }) : undefined)}
          {...input}
        />
      );
    }
  }
}
