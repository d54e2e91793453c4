import { Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../ui/format';
import { toName } from '../ui/values';
import { FIELD_TYPES, type FieldDraft, holdsFiles } from './fieldDraft';

export interface Target {
  value: string;
  label: string;
}

/** The inputs of one field; `path` is where the draft sits in the form ('' or 'fields_config.2.'). */
export function FieldInputs({
  form,
  path,
  draft,
  targets,
}: {
  // The form may hold the draft at its root or in a list.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  form: UseFormReturnType<any>;
  path: string;
  draft: FieldDraft;
  targets: Target[];
}) {
  const { t } = useTranslation();
  const label = useLabel();
  const input = (name: keyof FieldDraft & string) => form.getInputProps(path + name);
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput
          label={t('fields.label')}
          {...input('label')}
          onChange={(event) => {
            const next = event.currentTarget.value;
            if (draft.name === toName(draft.label)) form.setFieldValue(`${path}name`, toName(next));
            form.setFieldValue(`${path}label`, next);
          }}
        />
        <TextInput label={t('fields.name')} spellCheck={false} autoCapitalize="off" {...input('name')} />
        <Select
          label={t('fields.type')}
          allowDeselect={false}
          searchable
          data={FIELD_TYPES.map((type) => ({ value: type, label: label('fieldTypes', type) }))}
          {...input('type')}
        />
      </SimpleGrid>
      {draft.type === 'string' && (
        <NumberInput
          label={t('fields.maxLength')}
          placeholder="255"
          min={1}
          max={10000}
          allowDecimal={false}
          maw={220}
          {...input('max_length')}
        />
      )}
      {draft.type === 'decimal' && (
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <NumberInput
            label={t('fields.precision')}
            placeholder="18"
            min={1}
            max={1000}
            allowDecimal={false}
            {...input('precision')}
          />
          <NumberInput
            label={t('fields.scale')}
            placeholder="2"
            min={0}
            max={100}
            allowDecimal={false}
            {...input('scale')}
          />
        </SimpleGrid>
      )}
      {draft.type === 'choice' && (
        <Textarea
          label={t('fields.choices')}
          description={t('fields.choicesText')}
          autosize
          minRows={3}
          {...input('choices')}
        />
      )}
      {draft.type === 'relation' && (
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <Select
            label={t('fields.target')}
            description={targets.length === 0 ? t('fields.noTarget') : undefined}
            data={targets}
            searchable
            allowDeselect={false}
            {...input('target')}
          />
          <Select
            label={t('fields.kind')}
            allowDeselect={false}
            data={(['many_to_one', 'one_to_one'] as const).map((value) => ({ value, label: t(`fields.${value}`) }))}
            {...input('kind')}
          />
          <Select
            label={t('fields.onDelete')}
            allowDeselect={false}
            data={(['restrict', 'set_null', 'cascade'] as const)
              .filter((value) => value !== 'set_null' || !draft.required)
              .map((value) => ({ value, label: t(`fields.${value}`) }))}
            {...input('on_delete')}
          />
        </SimpleGrid>
      )}
      {holdsFiles(draft) ? (
        <Checkbox
          label={t('fields.multiple')}
          description={t('fields.multipleText')}
          {...form.getInputProps(`${path}multiple`, { type: 'checkbox' })}
        />
      ) : (
        <Group gap="xl">
          <Checkbox label={t('fields.required')} {...form.getInputProps(`${path}required`, { type: 'checkbox' })} />
          <Checkbox label={t('fields.unique')} {...form.getInputProps(`${path}unique`, { type: 'checkbox' })} />
        </Group>
      )}
    </Stack>
  );
}
