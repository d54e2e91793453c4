import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './errors';
import { useSubmit } from './useSubmit';

interface Props<V extends Record<string, unknown>> {
  opened: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  submitLabel: string;
  form: UseFormReturnType<V>;
  onSubmit: (values: V) => Promise<unknown>;
  size?: string;
  children: ReactNode;
}

/** Every dialog that asks for something: it closes when the server has accepted. */
export function FormDialog<V extends Record<string, unknown>>({
  opened,
  onClose,
  title,
  description,
  submitLabel,
  form,
  onSubmit,
  size = 'md',
  children,
}: Props<V>) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 48em)');
  const { busy, error, shown, clear, formProps } = useSubmit(form, async (values) => {
    await onSubmit(values);
    onClose();
  });
  useEffect(() => {
    if (!opened) return;
    form.reset();
    clear();
    // A new opening starts afresh; the form object itself is stable.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={phone}
      closeOnClickOutside={!form.isDirty()}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form {...formProps}>
        <Stack gap="md">
          {description && <Text c="dimmed">{description}</Text>}
          {children}
          <div className="dialog-foot">
            <ErrorNotice error={error} shown={shown} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {submitLabel}
              </Button>
            </Group>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
