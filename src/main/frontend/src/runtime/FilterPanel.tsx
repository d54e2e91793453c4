import { ActionIcon, Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../api/types';
import { Icon } from '../ui/icons';
import { type Condition, type Match, needsValue, NUMBERS, type Operator, operatorsOf } from './filters';
import { RelationSelect } from './RelationSelect';
import { SYSTEM_FIELDS } from './useRowsView';
import { choicesOf } from './values';

interface Props {
  projectId: string;
  fields: Field[];
  conditions: Condition[];
  match: Match;
  onApply: (conditions: Condition[], match: Match) => void;
}

/** Conditions on fields, applied together when the person says so. */
export function FilterPanel({ projectId, fields, conditions, match, onApply }: Props) {
  const { t } = useTranslation();
  const all = [
    ...fields,
    ...SYSTEM_FIELDS.map((field) => ({
      ...field,
      label: t(field.name === 'created_at' ? 'rows.createdAt' : 'rows.updatedAt'),
    })),
  ];
  const start = (field: Field): Condition => ({ field: field.name, op: operatorsOf(field.type)[0], value: '' });
  const [draft, setDraft] = useState<Condition[]>(conditions.length ? conditions : [start(all[0])]);
  const [how, setHow] = useState<Match>(match);
  const change = (index: number, changes: Partial<Condition>) =>
    setDraft((before) => before.map((condition, at) => (at === index ? { ...condition, ...changes } : condition)));

  const operatorLabel = (field: Field, op: Operator) =>
    ['date', 'datetime', 'time'].includes(field.type) && ['gt', 'gte', 'lt', 'lte'].includes(op)
      ? t(`filters.dateOp.${op as 'gt'}`)
      : t(`filters.op.${op}`);

  const valueInput = (field: Field, condition: Condition, index: number) => {
    const label = t('filters.value');
    const set = (value: string | null) => change(index, { value: value ?? '' });
    if (!needsValue(condition.op)) return null;
    if (field.type === 'boolean') {
      return (
        <Select
          aria-label={label}
          value={condition.value || null}
          onChange={set}
          data={[
            { value: 'true', label: t('common.yes') },
            { value: 'false', label: t('common.no') },
          ]}
        />
      );
    }
    if (field.type === 'choice') {
      return <Select aria-label={label} value={condition.value || null} onChange={set} data={choicesOf(field)} />;
    }
    if (field.type === 'relation') {
      return (
        <RelationSelect projectId={projectId} field={field} aria-label={label} value={condition.value} onChange={set} />
      );
    }
    const kinds: Record<string, string> = { date: 'date', datetime: 'datetime-local', time: 'time' };
    return (
      <TextInput
        aria-label={label}
        type={kinds[field.type] ?? 'text'}
        inputMode={NUMBERS.includes(field.type) ? 'decimal' : undefined}
        value={condition.value}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  };

  return (
    <Paper
      component="form"
      aria-label={t('filters.title')}
      className="panel"
      p="md"
      mb="md"
      onSubmit={(event) => {
        event.preventDefault();
        onApply(
          draft.filter((condition) => !needsValue(condition.op) || condition.value.trim()),
          how,
        );
      }}
    >
      <Stack gap="sm">
        {draft.length > 1 && (
          <Group gap="sm">
            <Text size="sm">{t('filters.match')}</Text>
            <Select
              size="xs"
              w={190}
              aria-label={t('filters.match')}
              allowDeselect={false}
              value={how}
              onChange={(value) => setHow(value as Match)}
              data={[
                { value: 'all', label: t('filters.all') },
                { value: 'any', label: t('filters.any') },
              ]}
            />
          </Group>
        )}
        {draft.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('filters.none')}
          </Text>
        )}
        {draft.map((condition, index) => {
          const field = all.find((candidate) => candidate.name === condition.field) ?? all[0];
          return (
            // A condition has no identity of its own; the inputs are controlled.
            <div className="condition" key={index}>
              <div>
                <Select
                  aria-label={t('filters.field')}
                  allowDeselect={false}
                  searchable
                  value={condition.field}
                  onChange={(value) => {
                    const next = all.find((candidate) => candidate.name === value);
                    if (next) change(index, start(next));
                  }}
                  data={all.map((candidate) => ({ value: candidate.name, label: candidate.label || candidate.name }))}
                />
              </div>
              <div>
                <Select
                  aria-label={t('filters.operator')}
                  allowDeselect={false}
                  value={condition.op}
                  onChange={(value) => change(index, { op: value as Operator })}
                  data={operatorsOf(field.type).map((op) => ({ value: op, label: operatorLabel(field, op) }))}
                />
              </div>
              <div>{valueInput(field, condition, index)}</div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('filters.remove', { number: index + 1 })}
                onClick={() => setDraft((before) => before.filter((_, at) => at !== index))}
              >
                <Icon name="cross" size={16} />
              </ActionIcon>
            </div>
          );
        })}
        <Group justify="space-between">
          <Button
            variant="subtle"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setDraft((before) => [...before, start(all[0])])}
          >
            {t('filters.add')}
          </Button>
          <Group gap="sm">
            <Button
              variant="default"
              onClick={() => {
                setDraft([]);
                onApply([], 'all');
              }}
            >
              {t('filters.clear')}
            </Button>
            <Button type="submit">{t('filters.apply')}</Button>
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}
