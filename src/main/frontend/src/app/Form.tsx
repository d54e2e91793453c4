import { Children, type FormEvent, type HTMLAttributes, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { ApiError } from '../api/error';
import { useFrame } from './useFrame';

type Values = Record<string, string>;

export interface FormState {
  values: Values;
  failure: ApiError | null;
  busy: boolean;
  set(name: string, value: string): void;
  submit(event: FormEvent): void;
}

/** Sends what was typed once; what the server has against it stands beside it. */
export function useForm(send: (values: Values) => Promise<void>): FormState {
  const [values, setValues] = useState<Values>({});
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const typed = Object.fromEntries(
      [...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    );
    try {
      await send(typed);
    } catch (problem) {
      setFailure(problem instanceof ApiError ? problem : new ApiError(0, 'UNEXPECTED', ''));
    } finally {
      setBusy(false);
    }
  };
  return {
    values,
    failure,
    busy,
    set: (name, value) => setValues((now) => ({ ...now, [name]: value })),
    submit: (event) => void submit(event),
  };
}

export function Form({
  title,
  text,
  form,
  submit,
  children,
}: {
  title: string;
  text: string;
  form: FormState;
  submit: string;
  children: ReactNode;
}) {
  const { t } = useFrame();
  const element = useRef<HTMLFormElement>(null);
  const parts = Children.toArray(children);
  useEffect(() => {
    if (form.failure) element.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [form.failure]);
  return (
    <section className="sheet">
      <h1>{title}</h1>
      {text && <p className="quiet">{text}</p>}
      <form ref={element} onSubmit={form.submit}>
        {form.failure && (
          <p className="failure" role="alert">
            {form.failure.message || t.awayText}
          </p>
        )}
        {parts.filter(isField)}
        <button type="submit" className="button wide" aria-disabled={form.busy}>
          {submit}
        </button>
        {parts.filter((each) => !isField(each))}
      </form>
    </section>
  );
}

function isField(child: ReactNode): boolean {
  return typeof child === 'object' && child !== null && 'type' in child && child.type === Field;
}

export function Field({
  form,
  name,
  label,
  hint,
  type = 'text',
  autoComplete,
  optional = false,
}: {
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'password';
  autoComplete?: string;
  optional?: boolean;
}) {
  const id = useId();
  const fault = form.failure?.details[name];
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const mode: HTMLAttributes<HTMLInputElement>['inputMode'] = type === 'email' ? 'email' : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <small id={`${id}-hint`} className="quiet">
          {hint}
        </small>
      )}
      <input
        id={id}
        name={name}
        type={type}
        inputMode={mode}
        autoComplete={autoComplete}
        required={!optional}
        value={form.values[name] ?? ''}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => form.set(name, event.target.value)}
      />
      {fault && (
        <small id={`${id}-fault`} className="fault">
          {fault}
        </small>
      )}
    </div>
  );
}
