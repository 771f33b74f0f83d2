import { EditOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { WritingTask } from '../../../core/protocol/assist.ts';
import { assistText } from '../../../core/text/desk-assist.ts';
import { useLanguage } from '../../ui/language.ts';

const words = assistText.write;
const rewrites = ['shorter', 'kinder', 'formal'] as const;

/** What the model can write for the agent. What works on a draft needs one. */
export function WritingMenu({
  text,
  onStart,
  onSummary,
}: {
  readonly text: string;
  readonly onStart: (task: WritingTask) => void;
  readonly onSummary: () => void;
}) {
  const { t } = useLanguage();
  const draft = text.trim();
  const tasks: Readonly<Record<string, WritingTask>> = {
    draft: { kind: 'draft' },
    shorter: { kind: 'shorter', text: draft },
    kinder: { kind: 'kinder', text: draft },
    formal: { kind: 'formal', text: draft },
    toEn: { kind: 'translate', text: draft, to: 'en' },
    toZh: { kind: 'translate', text: draft, to: 'zh' },
  };
  const disabled = draft === '';
  return (
    <Dropdown
      trigger={['click']}
      placement="topLeft"
      menu={{
        items: [
          { key: 'draft', label: t(words.draft) },
          { type: 'divider' },
          ...rewrites.map((key) => ({ key, label: t(words[key]), disabled })),
          { key: 'toEn', label: t(words.toEn), disabled },
          { key: 'toZh', label: t(words.toZh), disabled },
          ...(disabled ? [{ key: 'why', type: 'group' as const, label: t(words.needsDraft) }] : []),
          { type: 'divider' },
          { key: 'summary', label: t(words.summary) },
        ],
        onClick: ({ key }) => {
          const task = tasks[key];
          if (task) onStart(task);
          else if (key === 'summary') onSummary();
        },
      }}
    >
      <Button
        type="text"
        size="small"
        icon={<EditOutlined />}
        className="writing-open"
        aria-label={t(words.openTitle)}
      >
        {t(words.open)}
      </Button>
    </Dropdown>
  );
}
