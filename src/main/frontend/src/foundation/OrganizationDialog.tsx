import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useRefresh } from '../api/hooks';
import { ORGANIZATION_TYPES, type Organization } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { useLabel } from '../ui/format';
import { said } from '../ui/notify';
import { filled } from '../ui/values';

export function OrganizationDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const form = useForm({
    initialValues: { name: '', type: 'COMPANY', description: '', city: '' },
    validate: { name: (value) => (value.trim() ? null : t('common.needed')) },
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('organizations.new')}
      submitLabel={t('common.create')}
      form={form}
      onSubmit={async (values) => {
        const made = await api.post<Organization>('foundation/organizations/', filled(values));
        said(t('organizations.created', { name: made.name }));
        void refresh('foundation/organizations/');
        await navigate(`/organizations/${made.id}`);
      }}
    >
      <TextInput label={t('organizations.name')} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('organizations.type')}
        allowDeselect={false}
        data={ORGANIZATION_TYPES.map((value) => ({ value, label: label('types', value) }))}
        {...form.getInputProps('type')}
      />
      <Textarea
        label={t('organizations.description')}
        description={t('common.optional')}
        autosize
        minRows={2}
        {...form.getInputProps('description')}
      />
      <TextInput label={t('organizations.city')} description={t('common.optional')} {...form.getInputProps('city')} />
    </FormDialog>
  );
}
