import { Alert } from 'antd';
import type { Bilingual } from '../../../core/terms/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage } from '../../ui/language.ts';
import { CopyButton } from './copy-button.tsx';

/** A secret that nobody will see again: it stays until the reader says that it is kept. */
export function ShownOnce({
  title,
  explanation,
  secret,
  kept,
  onClose,
}: {
  readonly title: string;
  readonly explanation: Bilingual;
  readonly secret: string;
  readonly kept: Bilingual;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  return (
    <Dialog
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      onOk={onClose}
      okText={t(kept)}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <Alert type="warning" showIcon title={t(explanation)} />
      <div className="secret">
        <code data-testid="secret">{secret}</code>
        <CopyButton text={secret} />
      </div>
    </Dialog>
  );
}
