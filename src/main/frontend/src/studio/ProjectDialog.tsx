import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useRefresh } from '../api/hooks';
import type { Project } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { said } from '../ui/notify';
import { filled } from '../ui/values';

export function ProjectDialog({
  organizationId,
  opened,
  onClose,
}: {
  organizationId: string;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const form = useForm({
    initialValues: { name: '', description: '', visibility: 'private' },
    validate: { name: (value) => (value.trim() ? null : t('common.needed')) },
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('projects.new')}
      submitLabel={t('common.create')}
      form={form}
      onSubmit={async (values) => {
        const made = await api.post<Project>('studio/projects/', {
          ...filled(values),
          organization_id: organizationId,
        });
        said(t('projects.created', { name: made.name }));
        void refresh('studio/projects/');
        await navigate(`/projects/${made.id}/tables`);
      }}
    >
      <TextInput label={t('projects.name')} data-autofocus {...form.getInputProps('name')} />
      <Textarea
        label={t('projects.description')}
        description={t('common.optional')}
        autosize
        minRows={2}
        {...form.getInputProps('description')}
      />
      <Select
        label={t('projects.visibility')}
        allowDeselect={false}
        data={[
          { value: 'private', label: t('projects.private') },
          { value: 'public', label: t('projects.public') },
        ]}
        {...form.getInputProps('visibility')}
      />
    </FormDialog>
  );
}
