import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/error';
import * as api from './api';
import { Field, Form, useForm } from './Form';
import { To } from './Frame';
import { Notice } from './PageView';
import { fill } from './texts';
import { useFrame, useTitle } from './useFrame';

/** @param asked whether somebody came for a page, which appears as soon as they are known */
export function SignInPage({ asked = false }: { asked?: boolean }) {
  const { t, app, go, expired } = useFrame();
  const form = useForm(async (values) => {
    await api.signIn(values.email, values.password);
    if (!asked) go('/');
  });
  useTitle(t.signIn);
  const unverified = form.failure?.code === 'EMAIL_NOT_VERIFIED';
  return (
    <Form title={t.signIn} text={expired ? t.expired : asked ? t.privatePage : t.signInText} form={form} submit={t.signIn}>
      <Field form={form} name="email" label={t.email} type="email" autoComplete="username" />
      <Field form={form} name="password" label={t.password} type="password" autoComplete="current-password" />
      {unverified && <Resend email={form.values.email ?? ''} />}
      <p className="aside">
        <To path="/-/reset-password">{t.forgot}</To>
      </p>
      {app?.registration === 'open' && (
        <p className="aside">
          {t.noAccount} <To path="/-/register">{t.register}</To>
        </p>
      )}
    </Form>
  );
}

export function RegisterPage() {
  const { t, app } = useFrame();
  const [mailed, setMailed] = useState<string | null>(null);
  const form = useForm(async (values) => {
    await api.register({
      email: values.email,
      name: values.name,
      password: values.password,
      password_confirm: values.password_confirm,
    });
    setMailed(values.email);
  });
  useTitle(t.register);
  if (mailed) {
    return (
      <section className="notice">
        <h1>{t.checkMail}</h1>
        <p>{fill(t.checkMailText, { email: mailed })}</p>
        <Resend email={mailed} />
        <To path="/-/sign-in" className="button">
          {t.signIn}
        </To>
      </section>
    );
  }
  return (
    <Form title={t.register} text={t.registerText} form={form} submit={t.register}>
      <Field form={form} name="email" label={t.email} type="email" autoComplete="username" />
      <Field form={form} name="name" label={t.name} hint={t.optional} autoComplete="name" optional />
      <Field
        form={form}
        name="password"
        label={t.password}
        type="password"
        autoComplete="new-password"
        hint={fill(t.passwordHint, { n: app?.password_min_length ?? 8 })}
      />
      <Field form={form} name="password_confirm" label={t.again} type="password" autoComplete="new-password" />
      <p className="aside">
        {t.haveAccount} <To path="/-/sign-in">{t.signIn}</To>
      </p>
    </Form>
  );
}

/** Asks for a link, or, with the token of one, for the new password. */
export function ResetPage() {
  const token = new URLSearchParams(window.location.search).get('token');
  return token ? <ChoosePassword token={token} /> : <AskReset />;
}

function AskReset() {
  const { t, go } = useFrame();
  const [sent, setSent] = useState(false);
  const form = useForm(async (values) => {
    await api.askReset(values.email);
    setSent(true);
  });
  useTitle(t.forgot);
  if (sent) return <Notice title={t.checkMail} text={t.resetSent} action={t.back} onAction={() => go('/-/sign-in')} />;
  return (
    <Form title={t.forgot} text={t.resetText} form={form} submit={t.send}>
      <Field form={form} name="email" label={t.email} type="email" autoComplete="username" />
      <p className="aside">
        <To path="/-/sign-in">{t.back}</To>
      </p>
    </Form>
  );
}

function ChoosePassword({ token }: { token: string }) {
  const { t, app, go } = useFrame();
  const [done, setDone] = useState(false);
  const form = useForm(async (values) => {
    await api.choosePassword(token, values.new_password, values.new_password_confirm);
    setDone(true);
  });
  useTitle(t.choose);
  if (done) return <Notice title={t.choose} text={t.chosen} action={t.signIn} onAction={() => go('/-/sign-in')} />;
  return (
    <Form title={t.choose} text="" form={form} submit={t.save}>
      <Field
        form={form}
        name="new_password"
        label={t.newPassword}
        type="password"
        autoComplete="new-password"
        hint={fill(t.passwordHint, { n: app?.password_min_length ?? 8 })}
      />
      <Field form={form} name="new_password_confirm" label={t.again} type="password" autoComplete="new-password" />
    </Form>
  );
}

/** Opens the link of the mail. It works once: what it answered is kept. */
export function VerifyPage() {
  const { t, go } = useFrame();
  const [outcome, setOutcome] = useState<'waiting' | 'done' | ApiError>('waiting');
  const asked = useRef(false);
  useTitle(t.signIn);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const token = new URLSearchParams(window.location.search).get('token') ?? '';
    api.verify(token).then(
      () => setOutcome('done'),
      (failure) => setOutcome(failure instanceof ApiError ? failure : new ApiError(0, 'UNEXPECTED', '')),
    );
  }, []);
  if (outcome === 'waiting') {
    return (
      <p className="quiet" role="status">
        {t.verifying}
      </p>
    );
  }
  const failed = outcome !== 'done';
  return (
    <Notice
      title={failed ? t.verifyFailed : t.signIn}
      text={failed ? outcome.message || t.awayText : t.verified}
      action={t.signIn}
      onAction={() => go('/-/sign-in')}
    />
  );
}

function Resend({ email }: { email: string }) {
  const { t } = useFrame();
  const [answer, setAnswer] = useState('');
  const ask = async () => {
    try {
      await api.resend(email);
      setAnswer(t.resent);
    } catch (failure) {
      setAnswer(failure instanceof ApiError && failure.message ? failure.message : t.awayText);
    }
  };
  return (
    <p className="aside" role="status">
      {answer || (
        <button type="button" className="link" onClick={() => void ask()}>
          {t.resend}
        </button>
      )}
    </p>
  );
}
