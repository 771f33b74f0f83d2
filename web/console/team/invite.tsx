import { useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Role } from '../../../core/terms/actor.ts';
import { consoleText } from '../../../core/text/console.ts';
import { teamText } from '../../../core/text/console-team.ts';
import { errorSentence } from '../../ui/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage } from '../../ui/language.ts';
import { inviteColleague } from '../calls.ts';

const roles: readonly Role[] = ['agent', 'supervisor', 'administrator'];

/** Adds a person; `onInvited` gets the generated password, which nobody sees again. */
export function Invite({
  onClose,
  onInvited,
}: {
  readonly onClose: () => void;
  readonly onInvited: (made: { name: string; password: string }) => void;
}) {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ name: string; email: string; role: Role }>();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(values: { name: string; email: string; role: Role }) {
    setSending(true);
    setFailure(null);
    try {
      const { colleague, password } = await inviteColleague({
        name: values.name.trim(),
        email: values.email.trim(),
        role: values.role,
      });
      queries.invalidateQueries({ queryKey: ['colleagues'] });
      onInvited({ name: colleague.name, password });
    } catch (error) {
      setFailure(errorSentence(error).message);
      setSending(false);
    }
  }

  const required = { required: true, whitespace: true, message: t(consoleText.required) };
  return (
    <Dialog
      open
      title={t(teamText.invite)}
      okText={t(teamText.add)}
      cancelText={t(consoleText.cancel)}
      confirmLoading={sending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="soft">{t(teamText.inviteLead)}</p>
      {failure && <Alert type="error" showIcon role="alert" title={failure} className="below" />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: '', email: '', role: 'agent' }}
        onFinish={submit}
      >
        <Form.Item name="name" label={t(teamText.name)} extra={t(teamText.nameHint)} rules={[required]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item
          name="email"
          label={t(teamText.email)}
          rules={[required, { type: 'email', message: t(teamText.emailInvalid) }]}
        >
          <Input type="email" maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t(teamText.role)}>
          <Radio.Group
            className="roles"
            options={roles.map((role) => ({ value: role, label: <RoleWords role={role} /> }))}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

/** A role with what it allows. */
function RoleWords({ role }: { readonly role: Role }) {
  const { t } = useLanguage();
  return (
    <span className="role-words">
      <b>{t(consoleText[role])}</b>
      <span className="soft">{t(teamText[`${role}May`])}</span>
    </span>
  );
}
