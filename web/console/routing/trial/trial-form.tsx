import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import type { PolicyTrialInput } from '../../../../core/protocol/policies.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { channelWord } from '../../../../core/text/console-triage.ts';
import { trialText } from '../../../../core/text/console-trial.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Field } from '../../frame/field.tsx';
import { replacedAt, withoutAt } from '../draft/list-edit.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { askedAttributes } from './asked-attributes.ts';

const examples = ['exampleComplaint', 'exampleQuestion', 'exampleThreat'] as const;

/** The message, who says it, where and when. */
export function TrialForm({
  asking,
  onRun,
}: {
  readonly asking: boolean;
  readonly onRun: (input: PolicyTrialInput) => void;
}) {
  const { t } = useLanguage();
  const { policy } = usePolicy();
  const [text, setText] = useState('');
  const [attributes, setAttributes] = useState<readonly (readonly [string, string])[]>(() =>
    askedAttributes(policy)
      .slice(0, 1)
      .map(({ name }) => [name, ''] as const),
  );
  const [verified, setVerified] = useState(true);
  const [orderValue, setOrderValue] = useState<number | null>(null);
  const [failedAnswers, setFailedAnswers] = useState<number | null>(null);
  const [channel, setChannel] = useState('web');
  const [at, setAt] = useState('');
  const verifiedId = useId();
  const known = askedAttributes(policy);

  function run(words: string) {
    if (words.trim() === '') return;
    const told = attributes.filter(([name, value]) => name.trim() && value.trim());
    onRun({
      text: words.trim(),
      contact: {
        attributes: Object.fromEntries(told.map(([name, value]) => [name.trim(), value.trim()])),
        verified,
        ...(orderValue === null ? {} : { orderValue }),
      },
      channel,
      ...(at ? { at: new Date(at).getTime() } : {}),
      ...(failedAnswers ? { failedAnswers } : {}),
    });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run(text);
      }}
    >
      <Field label={t(trialText.message)}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={4000}
            placeholder={t(trialText.placeholder)}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={(event) => {
              if (!event.metaKey && !event.ctrlKey) return;
              run(text);
            }}
          />
        )}
      </Field>
      <div className="trial-examples">
        <span className="soft">{t(trialText.examples)}</span>
        {examples.map((example) => (
          <button
            key={example}
            type="button"
            onClick={() => {
              setText(t(trialText[example]));
              run(t(trialText[example]));
            }}
          >
            {t(trialText[example])}
          </button>
        ))}
      </div>
      <h3 className="dialog-heading">{t(trialText.contact)}</h3>
      <fieldset className="field plain-group" aria-label={t(trialText.attributes)}>
        {attributes.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name itself is edited here
          <div className="line-of-fields attribute" key={index}>
            <Input
              aria-label={t(trialText.attributeName)}
              placeholder={t(trialText.attributeName)}
              value={name}
              list={`${verifiedId}-names`}
              onChange={(event) => setAttributes(replacedAt(attributes, index, [event.target.value, value]))}
            />
            <Input
              aria-label={`${name} ${t(trialText.attributeValue)}`}
              placeholder={known.find((one) => one.name === name)?.values[0] ?? t(trialText.attributeValue)}
              value={value}
              list={`${verifiedId}-${index}`}
              onChange={(event) => setAttributes(replacedAt(attributes, index, [name, event.target.value]))}
            />
            <datalist id={`${verifiedId}-${index}`}>
              {known
                .find((one) => one.name === name)
                ?.values.map((one) => (
                  <option key={one} value={one} />
                ))}
            </datalist>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={`${t(routingText.remove)} · ${name}`}
              onClick={() => setAttributes(withoutAt(attributes, index))}
            />
          </div>
        ))}
        <datalist id={`${verifiedId}-names`}>
          {known.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button
          type="dashed"
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => setAttributes([...attributes, ['', '']])}
        >
          {t(trialText.addAttribute)}
        </Button>
        <p className="soft field-hint">{t(trialText.attributesHint)}</p>
      </fieldset>
      <div className="switch-line">
        <Switch id={verifiedId} size="small" checked={verified} onChange={setVerified} />
        <label htmlFor={verifiedId}>{t(trialText.verified)}</label>
      </div>
      <div className="field-row field-row-even">
        <Field label={t(trialText.orderValue)}>
          {(ids) => <InputNumber {...ids} min={0} value={orderValue} onChange={setOrderValue} />}
        </Field>
        <Field label={t(trialText.failedAnswers)}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={0}
              max={20}
              precision={0}
              value={failedAnswers}
              onChange={setFailedAnswers}
            />
          )}
        </Field>
        <Field label={t(trialText.channel)}>
          {(ids) => (
            <Select
              {...ids}
              value={channel}
              options={Object.entries(channelWord).map(([value, word]) => ({ value, label: t(word) }))}
              onChange={setChannel}
            />
          )}
        </Field>
      </div>
      <Field label={t(trialText.at)} hint={t(trialText.atHint)}>
        {(ids) => (
          <Input {...ids} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
        )}
      </Field>
      <Button type="primary" htmlType="submit" block loading={asking} disabled={text.trim() === ''}>
        {t(trialText.run)}
      </Button>
    </form>
  );
}
