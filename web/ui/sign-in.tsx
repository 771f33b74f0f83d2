import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Colleague } from '../../core/protocol/views.ts';
import { signInText } from '../../core/text/sign-in.ts';
import { api, errorSentence } from './api.ts';
import { BrandMark } from './brand-mark.tsx';
import { useLanguage } from './language.ts';
import './sign-in.css';

interface Account {
  readonly email: string;
  readonly password: string;
}

/** The staff's sign-in form. `page` names the page in the heading; `onSignedIn` gets who signed in. */
export function SignIn({
  page,
  onSignedIn,
}: {
  readonly page: 'desk' | 'console';
  readonly onSignedIn: (agent: Colleague) => void;
}) {
  const { language, chooseLanguage, t } = useLanguage();
  const [form] = Form.useForm<Account>();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<{ message: string; code: string } | null>(null);

  async function submit(values: Account) {
    // Enter sends as well as the button does. Nothing is disabled meanwhile: that would take the keyboard away.
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      const { agent } = await api.post<{ agent: Colleague }>('/api/session', {
        email: values.email.trim(),
        password: values.password,
      });
      onSignedIn(agent);
    } catch (error) {
      const { message, code } = errorSentence(error);
      setFailure({ code, message: code === 'too-many-requests' ? t(signInText.tooOften) : message });
      setSending(false);
      if (code === 'wrong-password') form.getFieldInstance('password')?.focus({ cursor: 'all' });
    }
  }

  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <BrandMark />
          <div>
            <h1>Tandem 双座</h1>
            <p>{t(signInText[page])}</p>
          </div>
        </div>
        <Form layout="vertical" requiredMark={false} form={form} onFinish={submit}>
          <Form.Item
            name="email"
            label={t(signInText.email)}
            rules={[{ required: true, message: t(signInText.emailMissing) }]}
          >
            <Input type="email" autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t(signInText.password)}
            rules={[{ required: true, message: t(signInText.passwordMissing) }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          {/* Below the fields, which stay where the hand is. */}
          {failure && (
            <Alert
              type="error"
              showIcon
              role="alert"
              className="sign-in-failure"
              title={failure.message}
              description={`${t(signInText.code)} ${failure.code}`}
            />
          )}
          <Button type="primary" htmlType="submit" block size="large" loading={sending}>
            {t(signInText.signIn)}
          </Button>
        </Form>
        <div className="sign-in-foot">
          <span>{t(signInText.forgotten)}</span>
          <Button type="link" size="small" onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
            {t(signInText.switchLanguage)}
          </Button>
        </div>
      </div>
    </main>
  );
}
