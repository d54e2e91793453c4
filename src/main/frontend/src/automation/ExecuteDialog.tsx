import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useRefresh } from '../api/hooks';
import type { ExecutionStart, Workflow } from '../api/types';
import { useProject } from '../studio/ProjectLayout';
import { FormDialog } from '../ui/FormDialog';
import { said } from '../ui/notify';

export function ExecuteDialog({ workflow, onClose }: { workflow: Workflow | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { project } = useProject();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const form = useForm({
    initialValues: { input_data: '{}' },
    validate: {
      input_data: (value) => {
        try {
          JSON.parse(value || '{}');
          return null;
        } catch (failure) {
          return t('rows.badJson', { reason: (failure as Error).message });
        }
      },
    },
  });
  return (
    <FormDialog
      opened={workflow !== null}
      onClose={onClose}
      title={t('workflows.executeTitle', { name: workflow?.name ?? '' })}
      submitLabel={t('workflows.execute')}
      form={form}
      onSubmit={async ({ input_data }) => {
        const started = await api.post<ExecutionStart>(`automation/workflows/${workflow?.id}/execute/`, {
          input_data: JSON.parse(input_data || '{}') as unknown,
        });
        said(t('workflows.started'));
        void refresh('automation/');
        await navigate(`/projects/${project.id}/workflows/${workflow?.id}/executions/${started.execution_id}`);
      }}
    >
      <Textarea
        label={t('workflows.input')}
        autosize
        minRows={5}
        spellCheck={false}
        data-autofocus
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.85rem' } }}
        {...form.getInputProps('input_data')}
      />
    </FormDialog>
  );
}
