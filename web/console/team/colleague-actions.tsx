import { MoreOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Input } from 'antd';
import type { Colleague } from '../../../core/protocol/views.ts';
import type { Role } from '../../../core/terms/actor.ts';
import { consoleText } from '../../../core/text/console.ts';
import { teamText } from '../../../core/text/console-team.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { useLanguage } from '../../ui/language.ts';
import { changeColleague } from '../calls.ts';

const roles: readonly Role[] = ['agent', 'supervisor', 'administrator'];

/** What an administrator can do with a colleague. What takes something away says first what follows. */
export function ColleagueActions({
  person,
  isMe,
  onPassword,
}: {
  readonly person: Colleague;
  /** Nobody takes away their own rights by mistake. */
  readonly isMe: boolean;
  readonly onPassword: (made: { name: string; password: string }) => void;
}) {
  const { t } = useLanguage();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const { id, name } = person;

  async function change(changes: Parameters<typeof changeColleague>[1], done?: string) {
    try {
      const { password } = await changeColleague(id, changes);
      if (password) onPassword({ name, password });
      if (done) message.success(done);
    } catch (error) {
      message.error(errorSentence(error).message);
    }
    await queries.invalidateQueries({ queryKey: ['colleagues'] });
  }

  function confirm(
    words: { title: string; content: string; ok: string; danger?: boolean },
    work: () => Promise<void>,
  ) {
    modal.confirm({
      title: words.title,
      content: words.content,
      okText: words.ok,
      okButtonProps: { danger: words.danger ?? false },
      cancelText: t(consoleText.cancel),
      onOk: work,
    });
  }

  function rename() {
    let next = name;
    modal.confirm({
      icon: null,
      title: t(teamText.rename),
      content: (
        <Input
          autoFocus
          aria-label={t(teamText.name)}
          defaultValue={name}
          maxLength={60}
          onChange={(event) => {
            next = event.target.value;
          }}
        />
      ),
      okText: t(consoleText.save),
      cancelText: t(consoleText.cancel),
      onOk: () => (next.trim() && next !== name ? change({ name: next.trim() }) : undefined),
    });
  }

  function choose(key: string) {
    const role = roles.find((one) => one === key);
    if (role)
      confirm(
        {
          title: fill(t(teamText.roleTitle), { name, role: t(consoleText[role]) }),
          content: t(teamText[`${role}May`]),
          ok: t(consoleText.save),
        },
        () => change({ role }, fill(t(teamText.roleChanged), { role: t(consoleText[role]) })),
      );
    if (key === 'rename') rename();
    if (key === 'password')
      confirm(
        {
          title: fill(t(teamText.resetTitle), { name }),
          content: t(teamText.resetBody),
          ok: t(teamText.resetPassword),
        },
        () => change({ newPassword: true }),
      );
    if (key === 'disable')
      confirm(
        {
          title: fill(t(teamText.disableTitle), { name }),
          content: fill(t(teamText.disableBody), { name, count: person.open }),
          ok: t(teamText.disable),
          danger: true,
        },
        () => change({ disabled: true }, fill(t(teamText.disabledNow), { name })),
      );
    if (key === 'enable') change({ disabled: false }, fill(t(teamText.enabledNow), { name }));
  }

  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        onClick: ({ key }) => choose(key),
        items: [
          { key: 'rename', label: t(teamText.rename) },
          {
            key: 'role',
            label: t(teamText.role),
            disabled: isMe,
            children: roles.map((role) => ({
              key: role,
              label: t(consoleText[role]),
              disabled: role === person.role,
            })),
          },
          { key: 'password', label: t(teamText.resetPassword), disabled: isMe },
          { type: 'divider' },
          person.disabled
            ? { key: 'enable', label: t(teamText.enable) }
            : { key: 'disable', label: t(teamText.disable), danger: true, disabled: isMe },
        ],
      }}
    >
      <Button
        type="text"
        icon={<MoreOutlined aria-hidden="true" />}
        aria-label={`${t(consoleText.more)} · ${name}`}
      />
    </Dropdown>
  );
}
