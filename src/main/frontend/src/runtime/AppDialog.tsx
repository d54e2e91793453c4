import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useRefresh } from '../api/hooks';
import { type App, ENVIRONMENTS } from '../api/types';
import { useProject } from '../studio/ProjectLayout';
import { FormDialog } from '../ui/FormDialog';
import { useLabel } from '../ui/format';
import { said } from '../ui/notify';
import { filled } from '../ui/values';

export function AppDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const refresh = useRefresh();
  const { project } = useProject();
  const form = useForm({
    initialValues: { name: project.name, environment: 'prod', slug: '' },
    validate: { name: (value) => (value.trim() ? null : t('common.needed')) },
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('releases.newApp')}
      submitLabel={t('common.create')}
      form={form}
      onSubmit={async (values) => {
        const made = await api.post<App>('runtime/apps/', { project: project.id, ...filled(values) });
        said(t('releases.appCreated', { name: made.name }));
        await refresh('runtime/apps/');
      }}
    >
      <TextInput label={t('releases.appName')} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('releases.environment')}
        allowDeselect={false}
        data={ENVIRONMENTS.map((value) => ({ value, label: label('environments', value) }))}
        {...form.getInputProps('environment')}
      />
      <TextInput
        label={t('releases.slug')}
        description={t('releases.slugText')}
        spellCheck={false}
        autoCapitalize="off"
        {...form.getInputProps('slug')}
      />
    </FormDialog>
  );
}
