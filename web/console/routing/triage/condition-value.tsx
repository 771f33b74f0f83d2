import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Select } from 'antd';
import type { Language } from '../../../../core/terms/language.ts';
import { type Emotion, outOfScope } from '../../../../core/terms/perception.ts';
import type { Risk, TriageCondition } from '../../../../core/terms/triage.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { channelWord, riskWord, triageText } from '../../../../core/text/console-triage.ts';
import { intentWord } from '../../../../core/text/console-trial.ts';
import { emotionWord } from '../../../../core/text/reasons.ts';
import { useLanguage } from '../../../ui/language.ts';
import { listArticles } from '../../calls.ts';
import { listIntents } from '../../understanding/calls.ts';
import { useStatus } from '../fields/problem-note.tsx';
import { usePolicy } from '../use-policy-editor.ts';

interface ValueProps<Condition> {
  readonly condition: Condition;
  readonly path: string;
  readonly onChange: (condition: TriageCondition) => void;
}

/** The fields for what a condition is compared with. */
export function ConditionValue({ condition, path, onChange }: ValueProps<TriageCondition>) {
  const { t, language } = useLanguage();
  const { policy, mayEdit } = usePolicy();
  const status = useStatus(path, true) ?? '';
  switch (condition.on) {
    case 'verified':
      return (
        <Select
          className="clause-value"
          aria-label={t(triageText.values)}
          disabled={!mayEdit}
          value={condition.is}
          options={[
            { value: true, label: t(triageText.yes) },
            { value: false, label: t(triageText.no) },
          ]}
          onChange={(is: boolean) => onChange({ on: 'verified', is })}
        />
      );
    case 'open':
      return (
        <>
          <Select
            className="clause-value"
            aria-label={t(triageText.values)}
            disabled={!mayEdit}
            status={status}
            value={condition.calendarId || null}
            options={policy.calendars.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(calendarId: string) => onChange({ ...condition, calendarId })}
          />
          <Select
            className="clause-short"
            aria-label={t(triageText.isOpen)}
            disabled={!mayEdit}
            value={condition.is}
            options={[
              { value: true, label: t(triageText.isOpen) },
              { value: false, label: t(triageText.isClosed) },
            ]}
            onChange={(is: boolean) => onChange({ ...condition, is })}
          />
        </>
      );
    case 'language':
      return (
        <Choices
          status={status}
          value={condition.is}
          options={[
            { value: 'zh', label: t(consoleText.chinese) },
            { value: 'en', label: t(consoleText.english) },
          ]}
          onChange={(is) => onChange({ on: 'language', is: is as Language[] })}
        />
      );
    case 'risk':
      return (
        <Choices
          status={status}
          value={condition.is}
          options={Object.entries(riskWord).map(([value, word]) => ({ value, label: t(word) }))}
          onChange={(is) => onChange({ on: 'risk', is: is as Risk[] })}
        />
      );
    case 'emotion':
      return (
        <>
          <Choices
            status={status}
            value={condition.is}
            options={Object.entries(emotionWord).map(([value, word]) => ({ value, label: t(word) }))}
            onChange={(is) => onChange({ ...condition, is: is as Emotion[] })}
          />
          <InputNumber
            className="clause-number"
            aria-label={t(triageText.intensity)}
            prefix={`${t(triageText.intensity)} `}
            disabled={!mayEdit}
            min={0}
            max={1}
            step={0.1}
            value={condition.minimumIntensity ?? null}
            onChange={(value) => onChange({ ...condition, minimumIntensity: value ?? undefined })}
          />
        </>
      );
    case 'segment':
      return (
        <Choices
          status={status}
          value={condition.is}
          options={policy.segments.map(({ id, name }) => ({ value: id, label: name[language] || id }))}
          onChange={(is) => onChange({ on: 'segment', is })}
        />
      );
    case 'attribute':
      return (
        <>
          <Input
            className="clause-short"
            aria-label={t(triageText.attributeName)}
            placeholder={t(triageText.attributeHint)}
            disabled={!mayEdit}
            status={condition.name ? '' : status}
            value={condition.name}
            onChange={(event) => onChange({ ...condition, name: event.target.value })}
          />
          <Words value={condition.is} status={status} onChange={(is) => onChange({ ...condition, is })} />
        </>
      );
    case 'topic':
      return <Topics condition={condition} path={path} onChange={onChange} />;
    case 'channel':
      return (
        <Words
          value={condition.is}
          status={status}
          options={Object.entries(channelWord).map(([value, word]) => ({ value, label: t(word) }))}
          onChange={(is) => onChange({ on: 'channel', is })}
        />
      );
    case 'intent':
      return <Intents condition={condition} path={path} onChange={onChange} />;
    case 'words':
    case 'label':
      return (
        <Words value={condition.is} status={status} onChange={(is) => onChange({ on: condition.on, is })} />
      );
    default:
      return (
        <>
          {(['atLeast', 'atMost'] as const).map((side) => (
            <InputNumber
              key={side}
              className="clause-number"
              aria-label={t(triageText[side])}
              prefix={`${t(triageText[side])} `}
              disabled={!mayEdit}
              status={status}
              step={condition.on === 'confidence' ? 0.05 : 1}
              value={condition[side] ?? null}
              onChange={(value) => onChange({ ...condition, [side]: value ?? undefined })}
            />
          ))}
        </>
      );
  }
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Several of what there is. */
function Choices({
  value,
  options,
  status,
  onChange,
}: {
  readonly value: readonly string[];
  readonly options: Option[];
  readonly status: '' | 'error' | 'warning';
  readonly onChange: (value: string[]) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  return (
    <Select
      className="clause-value"
      mode="multiple"
      aria-label={t(triageText.values)}
      disabled={!mayEdit}
      status={status}
      placeholder={t(triageText.valuesHint)}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...value]}
      options={options}
      onChange={onChange}
    />
  );
}

/** Several words of one's own, with known ones offered. */
function Words({
  value,
  options = [],
  status,
  onChange,
}: {
  readonly value: readonly string[];
  readonly options?: Option[];
  readonly status: '' | 'error' | 'warning';
  readonly onChange: (value: string[]) => void;
}) {
  const { t } = useLanguage();
  const { mayEdit } = usePolicy();
  return (
    <Select
      className="clause-value"
      mode="tags"
      aria-label={t(triageText.values)}
      disabled={!mayEdit}
      status={status}
      placeholder={t(triageText.typeAndEnter)}
      tokenSeparators={[',', '，', '、', '\n']}
      suffixIcon={options.length > 0 ? undefined : null}
      open={options.length > 0 ? undefined : false}
      value={[...value]}
      options={options}
      onChange={(next: string[]) => onChange(next.map((one) => one.trim()).filter(Boolean))}
    />
  );
}

/** What comes along, and behind it what the installation's own examples taught. */
function Intents({
  condition,
  path,
  onChange,
}: ValueProps<Extract<TriageCondition, { on: 'topic' | 'channel' | 'segment' | 'label' | 'intent' }>>) {
  const { t } = useLanguage();
  const status = useStatus(path, true) ?? '';
  const learned = useQuery({
    queryKey: ['understanding', 'intents'],
    queryFn: ({ signal }) => listIntents(signal),
    staleTime: 60_000,
  });
  const options = [
    ...Object.entries(intentWord).map(([value, word]) => ({ value, label: t(word) })),
    ...(learned.data?.intents ?? [])
      .filter(({ name }) => name !== outOfScope && !(name in intentWord))
      .map(({ name }) => ({ value: name, label: name })),
  ];
  return (
    <Words
      value={condition.is}
      status={status}
      options={options}
      onChange={(is) => onChange({ on: 'intent', is })}
    />
  );
}

function Topics({
  condition,
  path,
  onChange,
}: ValueProps<Extract<TriageCondition, { on: 'topic' | 'channel' | 'segment' | 'label' | 'intent' }>>) {
  const status = useStatus(path, true) ?? '';
  const articles = useQuery({
    queryKey: ['articles', 'topics'],
    queryFn: ({ signal }) => listArticles({}, signal),
    staleTime: 60_000,
  });
  const options = (articles.data?.topics ?? []).map((topic) => ({ value: topic, label: topic }));
  return (
    <Words
      value={condition.is}
      status={status}
      options={options}
      onChange={(is) => onChange({ on: 'topic', is })}
    />
  );
}
