import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useRefresh } from '../api/hooks';
import type { Field } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { said } from '../ui/notify';
import { draftProblems, newDraft, toField } from './fieldDraft';
import { FieldInputs } from './FieldInputs';
import { useTable } from './TablesLayout';

export function FieldDialog({ opened, onClose, names }: { opened: boolean; onClose: () => void; names: string[] }) {
  const { t } = useTranslation();
  const { schema, schemas } = useTable();
  const refresh = useRefresh();
  const form = useForm({
    initialValues: newDraft(),
    validate: (draft) =>
      Object.fromEntries(Object.entries(draftProblems(draft, names)).map(([key, problem]) => [key, t(problem)])),
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('fields.add')}
      submitLabel={t('fields.add')}
      size="lg"
      form={form}
      onSubmit={async (draft) => {
        const made = await api.post<Field>(`studio/schemas/${schema.id}/fields/`, toField(draft));
        said(t('fields.added', { name: made.label ?? made.name }));
        await refresh('studio/schemas/', 'runtime/projects/');
      }}
    >
      <FieldInputs
        form={form}
        path=""
        draft={form.values}
        targets={schemas.map((other) => ({ value: other.table_name, label: other.display_name }))}
      />
    </FormDialog>
  );
}
