import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { consoleText } from '../../../core/text/console.ts';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage } from '../../ui/language.ts';
import { dismiss } from './calls.ts';

const reasons = {
  gaps: ['reasonKnown', 'reasonScope', 'reasonNoise'],
  demand: ['reasonScope', 'reasonKnown', 'reasonNoise'],
  rising: ['reasonExpected', 'reasonKnown', 'reasonNoise'],
} as const;

/** Puts a finding aside for good, with a reason that is kept. */
export function Dismiss({
  what,
  id,
  name,
}: {
  readonly what: keyof typeof reasons;
  readonly id: string;
  readonly name: string;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string>(reasons[what][0]);
  const [more, setMore] = useState('');
  const put = useMutation({
    mutationFn: () =>
      dismiss(
        what,
        id,
        [t(insightText[reason as (typeof reasons)[typeof what][number]]), more.trim()]
          .filter(Boolean)
          .join(' · '),
      ),
    onSuccess: () => {
      setOpen(false);
      void queries.invalidateQueries({ queryKey: ['insights'] });
    },
    onError: (error) => void message.error(errorSentence(error).message),
  });
  return (
    <>
      <Button
        type="text"
        aria-label={fill(t(insightText.dismissLabel), { name })}
        onClick={() => setOpen(true)}
      >
        {t(insightText.dismiss)}
      </Button>
      {open && (
        <Dialog
          open
          title={fill(t(insightText.dismissTitle), {
            name: name.length > 30 ? `${name.slice(0, 29)}…` : name,
          })}
          okText={t(insightText.dismiss)}
          cancelText={t(consoleText.cancel)}
          confirmLoading={put.isPending}
          onOk={() => put.mutate()}
          onCancel={() => setOpen(false)}
        >
          <p className="soft">
            {t(what === 'rising' ? insightText.dismissAlertBody : insightText.dismissBody)}
          </p>
          <Radio.Group
            className="insight-reasons"
            aria-label={t(insightText.reason)}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          >
            {reasons[what].map((value, index) => (
              <Radio key={value} value={value} autoFocus={index === 0}>
                {t(insightText[value])}
              </Radio>
            ))}
          </Radio.Group>
          <Input
            maxLength={200}
            aria-label={t(insightText.reasonOther)}
            placeholder={t(insightText.reasonOther)}
            value={more}
            onChange={(event) => setMore(event.target.value)}
          />
        </Dialog>
      )}
    </>
  );
}
