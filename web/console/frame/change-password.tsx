import { Alert, App, Form, Input } from 'antd';
import { useState } from 'react';
import { consoleText } from '../../../core/text/console.ts';
import { api, errorSentence } from '../../ui/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage } from '../../ui/language.ts';

/** The signed-in person's own password. */
export function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ current: string; next: string }>();
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  async function submit(values: { current: string; next: string }) {
    setSending(true);
    setFailure(null);
    try {
      await api.put('/api/session/password', values);
      message.success(t(consoleText.passwordChanged));
      onClose();
    } catch (error) {
      setFailure(errorSentence(error).message);
    } finally {
      setSending(false);
    }
  }
  const required = { required: true, message: t(consoleText.required) };
  return (
    <Dialog
      open
      title={t(consoleText.changePassword)}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={t(consoleText.save)}
      confirmLoading={sending}
    >
      {failure && <Alert type="error" showIcon title={failure} className="below" />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="current" label={t(consoleText.currentPassword)} rules={[required]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t(consoleText.nextPassword)}
          extra={t(consoleText.nextPasswordHint)}
          rules={[required, { min: 10, message: t(consoleText.nextPasswordHint) }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
