import type { UseFormReturnType } from '@mantine/form';
import { useRef, useState } from 'react';
import type { ApiError } from '../api/error';
import { fieldErrors, toApiError } from './errors';

function focusFirstInvalid(container: HTMLElement | null) {
  requestAnimationFrame(() => {
    (container ?? document).querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}

/** Sends a form; what the server refuses is shown at its field, and nothing typed is lost. */
export function useSubmit<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  action: (values: V) => Promise<unknown>,
) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [shown, setShown] = useState<string[]>([]);
  const element = useRef<HTMLFormElement>(null);

  const onSubmit = form.onSubmit(
    async (values) => {
      setBusy(true);
      setError(null);
      try {
        await action(values);
      } catch (failure) {
        const refused = toApiError(failure);
        const errors = fieldErrors(refused, Object.keys(values));
        form.setErrors(errors);
        setShown(Object.keys(errors));
        setError(refused);
        focusFirstInvalid(element.current);
      } finally {
        setBusy(false);
      }
    },
    () => focusFirstInvalid(element.current),
  );

  return {
    busy,
    error,
    shown,
    clear: () => setError(null),
    formProps: { ref: element, onSubmit, noValidate: true },
  };
}
