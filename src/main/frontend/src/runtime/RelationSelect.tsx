import { Loader, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useOne } from '../api/hooks';
import type { Field, Row, Schema } from '../api/types';
import { labelOf } from './values';

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  projectId: string;
  field: Field;
  value: string;
  onChange: (id: string | null) => void;
}

/** Chooses a row of the related table; the server searches while one types. */
export function RelationSelect({ projectId, field, value, onChange, ...props }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [used, setUsed] = useState(false);
  const table = `runtime/projects/${projectId}/tables/${field.target}/`;
  const schema = useList<Schema>('studio/schemas/', {
    project: projectId,
    page_size: 100,
  }).data?.results.find((candidate) => candidate.table_name === field.target);
  const chosen = useOne<Row>(value ? `${table}${value}/` : null).data;
  const chosenLabel = chosen ? labelOf(chosen, schema, field.display_field) : value.slice(-8);
  // The text of the chosen row is no search.
  const [words] = useDebouncedValue(search === chosenLabel ? '' : search.trim(), 250);
  const found = useList<Row>(used ? table : null, { page_size: 20, search: words });

  const options = (found.data?.results ?? []).map((row) => ({
    value: row.id,
    label: labelOf(row, schema, field.display_field),
  }));
  if (value && !options.some((option) => option.value === value)) options.unshift({ value, label: chosenLabel });

  return (
    <Select
      searchable
      clearable={!props['aria-required']}
      placeholder={t('rows.searchRelated')}
      nothingFoundMessage={found.isFetching ? t('common.loading') : t('rows.noneFound')}
      rightSection={found.isFetching && used ? <Loader size={16} /> : undefined}
      {...props}
      data={options}
      filter={({ options: all }) => all}
      value={value || null}
      searchValue={search}
      onSearchChange={setSearch}
      onDropdownOpen={() => setUsed(true)}
      onChange={onChange}
    />
  );
}
