import { Alert, Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { ApiError } from '../api/error';
import type { Publication } from '../api/types';
import { FormDialog } from '../ui/FormDialog';
import { Icon } from '../ui/icons';
import { useProject } from './ProjectLayout';

interface Props {
  opened: boolean;
  onClose: () => void;
  onPublished: (version: number) => void;
}

export function PublishDialog({ opened, onClose, onPublished }: Props) {
  const { t } = useTranslation();
  const { project } = useProject();
  const [warn, setWarn] = useState(false);
  const form = useForm({ initialValues: { notes: '', confirm_public_write: false } });
  return (
    <FormDialog
      opened={opened}
      onClose={() => {
        setWarn(false);
        onClose();
      }}
      title={t('releases.publishTitle')}
      description={t('releases.publishText')}
      submitLabel={t('releases.publish')}
      form={form}
      onSubmit={async ({ notes, confirm_public_write }) => {
        try {
          const made = await api.post<Publication>(`studio/projects/${project.id}/publish/`, {
            ...(notes.trim() ? { notes: notes.trim() } : {}),
            ...(confirm_public_write ? { confirm_public_write } : {}),
          });
          onPublished(made.version);
        } catch (failure) {
          if (failure instanceof ApiError && failure.code === 'PUBLIC_WRITE') setWarn(true);
          throw failure;
        }
      }}
    >
      <Textarea
        label={t('releases.notes')}
        description={t('common.optional')}
        autosize
        minRows={3}
        data-autofocus
        {...form.getInputProps('notes')}
      />
      {warn && (
        <Alert color="amber" icon={<Icon name="alert" />} title={t('releases.publicTitle')}>
          {t('releases.publicText')}
          <Checkbox
            mt="sm"
            label={t('releases.publicConfirm')}
            {...form.getInputProps('confirm_public_write', { type: 'checkbox' })}
          />
        </Alert>
      )}
    </FormDialog>
  );
}
