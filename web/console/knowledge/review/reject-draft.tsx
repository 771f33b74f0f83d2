import { Input, Radio } from 'antd';
import { useState } from 'react';
import { consoleText } from '../../../../core/text/console.ts';
import { learningText } from '../../../../core/text/console-learning.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage } from '../../../ui/language.ts';

const reasons = ['reasonOnce', 'reasonKnown', 'reasonWrong', 'reasonPrivate'] as const;

/** Asks why a draft is not wanted; `onReject` gets the reason in words. */
export function RejectDraft({
  busy,
  onReject,
  onClose,
}: {
  readonly busy: boolean;
  readonly onReject: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useLanguage();
  const [reason, setReason] = useState<(typeof reasons)[number]>('reasonOnce');
  const [more, setMore] = useState('');
  return (
    <Dialog
      open
      title={t(learningText.rejectTitle)}
      okText={t(learningText.reject)}
      okButtonProps={{ danger: true }}
      cancelText={t(consoleText.cancel)}
      confirmLoading={busy}
      onOk={() => onReject([t(learningText[reason]), more.trim()].filter(Boolean).join(' · '))}
      onCancel={onClose}
    >
      <p className="soft">{t(learningText.rejectBody)}</p>
      <Radio.Group
        className="reject-reasons"
        aria-label={t(learningText.rejectReason)}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      >
        {reasons.map((value, index) => (
          <Radio key={value} value={value} autoFocus={index === 0}>
            {t(learningText[value])}
          </Radio>
        ))}
      </Radio.Group>
      <Input.TextArea
        rows={2}
        maxLength={500}
        aria-label={t(learningText.reasonOther)}
        placeholder={t(learningText.reasonOther)}
        value={more}
        onChange={(event) => setMore(event.target.value)}
      />
    </Dialog>
  );
}
