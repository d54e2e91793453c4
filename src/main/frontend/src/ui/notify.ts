import { notifications } from '@mantine/notifications';
import i18n from '../i18n';

/** A short message that something worked. */
export function said(message: string) {
  notifications.show({
    message,
    color: 'pine',
    autoClose: 3_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18n.t('common.close') },
  });
}
