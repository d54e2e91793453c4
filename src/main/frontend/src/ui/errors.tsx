import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/error';
import { Icon } from './icons';

export function toApiError(failure: unknown): ApiError {
  return failure instanceof ApiError ? failure : new ApiError(0, 'UNEXPECTED', '');
}

/** `fields_config[2].name` is the server's spelling, `fields_config.2.name` the form's. */
export function toFormPath(path: string): string {
  return path.replace(/\[(\d+)\]/g, '.$1');
}

/** The details that belong to an input of the form, by the form's own paths. */
export function fieldErrors(error: ApiError, fields: string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [key, value] of Object.entries(error.details)) {
    const path = toFormPath(key);
    if (fields.includes(path.split('.')[0])) errors[path] = value;
  }
  return errors;
}

export function useErrorText() {
  const { t, i18n } = useTranslation();
  return (error: ApiError): { title: string; hint?: string } => {
    const known = `errors.${error.code}`;
    const title = error.message || (i18n.exists(known) ? t(known as 'errors.UNEXPECTED') : t('errors.UNEXPECTED'));
    if (error.unavailable) return { title: error.message || t('errors.NETWORK'), hint: t('errors.kept') };
    if (error.status === 429) return { title, hint: t('errors.wait', { seconds: error.retryAfter ?? 60 }) };
    if (error.status === 403) return { title, hint: t('errors.askAdmin') };
    if (error.status === 412) return { title, hint: t('errors.changed') };
    if (error.status >= 500) return { title, hint: t('errors.report', { id: error.requestId ?? '–' }) };
    return { title };
  };
}

/** The one way to show a failure: what happened, what is wrong, what to do next. */
export function ErrorNotice({ error, shown = [] }: { error: unknown; shown?: string[] }) {
  const describe = useErrorText();
  if (!error) return null;
  const failure = toApiError(error);
  const { title, hint } = describe(failure);
  const rest = Object.entries(failure.details).filter(([key]) => !shown.includes(toFormPath(key)));
  return (
    <Alert className="error-notice" role="alert" color="red" variant="light" radius="md" icon={<Icon name="alert" />}>
      <Text fw={600} size="sm">
        {title}
      </Text>
      {rest.length > 0 && (
        <List size="sm" spacing={4} mt={6}>
          {rest.map(([key, value]) => (
            <List.Item key={key}>
              <Text span fw={600} size="sm">
                {key}
              </Text>
              {' – '}
              {value}
            </List.Item>
          ))}
        </List>
      )}
      {hint && (
        <Text size="sm" mt={4}>
          {hint}
        </Text>
      )}
    </Alert>
  );
}
