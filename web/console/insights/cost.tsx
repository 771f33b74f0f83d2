import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { InsightSettings } from '../../../core/protocol/insights.ts';
import type { Language } from '../../../core/terms/language.ts';
import { consoleText } from '../../../core/text/console.ts';
import { insightText } from '../../../core/text/console-insights.ts';
import { fill } from '../../../core/text/fill.ts';
import { errorSentence } from '../../ui/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage } from '../../ui/language.ts';
import { saveSettings } from './calls.ts';

/** What agents' time costs, as people write money: whole from ten on. */
export function moneyOf(
  milliseconds: number,
  { hourlyRate, currency }: InsightSettings,
  language: Language,
): string {
  const amount = (milliseconds / 3_600_000) * hourlyRate;
  const digits = amount >= 10 || amount === 0 ? 0 : 1;
  const written = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(amount);
  return `${currency}${written}`;
}

/** On what rate the money rests, and the way to change it. */
export function Rate({ settings }: { readonly settings: InsightSettings }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [hourlyRate, setHourlyRate] = useState(settings.hourlyRate);
  const [currency, setCurrency] = useState(settings.currency);
  const save = useMutation({
    mutationFn: () => saveSettings({ hourlyRate, currency: currency.trim() || settings.currency }),
    onSuccess: () => {
      setOpen(false);
      void message.success(t(insightText.saved));
      void queries.invalidateQueries({ queryKey: ['insights', 'settings'] });
    },
    onError: (error) => void message.error(errorSentence(error).message),
  });
  return (
    <span className="insight-rate">
      {fill(t(insightText.rate), { rate: `${settings.currency}${settings.hourlyRate}` })}
      {settings.isAssumed && t(insightText.rateAssumed)}{' '}
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t(insightText.setRate)}
      </Button>
      {open && (
        <Dialog
          open
          title={t(insightText.rateTitle)}
          okText={t(consoleText.save)}
          cancelText={t(consoleText.cancel)}
          confirmLoading={save.isPending}
          onOk={() => save.mutate()}
          onCancel={() => setOpen(false)}
        >
          <p className="soft">{t(insightText.rateHint)}</p>
          <div className="insight-rate-fields">
            <Input
              aria-label={t(insightText.rateCurrency)}
              value={currency}
              maxLength={5}
              onChange={(event) => setCurrency(event.target.value)}
            />
            <InputNumber
              aria-label={t(insightText.rateAmount)}
              min={0}
              max={100_000}
              value={hourlyRate}
              onChange={(value) => setHourlyRate(value ?? 0)}
            />
          </div>
        </Dialog>
      )}
    </span>
  );
}
