import { notifications } from '@mantine/notifications';

/** A short message that something worked. */
export function said(message: string) {
  notifications.show({ message, color: 'pine', autoClose: 3_000, withBorder: true });
}
