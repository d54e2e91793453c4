import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import type { ApiError } from '../api/error';
import { fieldErrors, toApiError } from './errors';

/** Sends a form; what the server refuses is shown at its field, and nothing typed is lost. */
export function useSubmit<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  action: (values: V) => Promise<unknown>,
) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [shown, setShown] = useState<string[]>([]);
  const [refusals, setRefusals] = useState(0);
  const element = useRef<HTMLFormElement>(null);

  // After the commit that shows the errors, so that the first of them is there to be found.
  useEffect(() => {
    if (refusals) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  const refuse = () => setRefusals((before) => before + 1);

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
        refuse();
      } finally {
        setBusy(false);
      }
    },
    refuse,
  );

  return {
    busy,
    error,
    shown,
    clear: () => setError(null),
    formProps: { ref: element, onSubmit, noValidate: true },
  };
}
