import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { consoleText } from '../../../core/text/console.ts';
import { useLanguage } from '../../ui/language.ts';

/** Copies `text` and says so for two seconds. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const [done, setDone] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      setTimeout(() => setDone(false), 2000);
    } catch {
      message.warning(t(consoleText.copyFailed));
    }
  }
  return (
    <Button
      size="small"
      icon={done ? <CheckOutlined aria-hidden="true" /> : <CopyOutlined aria-hidden="true" />}
      onClick={copy}
      aria-live="polite"
    >
      {done ? t(consoleText.copied) : (label ?? t(consoleText.copy))}
    </Button>
  );
}
