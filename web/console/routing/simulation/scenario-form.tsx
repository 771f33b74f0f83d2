import { UploadOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Radio } from 'antd';
import { useRef, useState } from 'react';
import type { ScenarioProblem } from '../../../../core/routing/simulation/reader.ts';
import { routingText } from '../../../../core/text/console-routing.ts';
import { simulationText } from '../../../../core/text/console-simulation.ts';
import { fill } from '../../../../core/text/fill.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Field } from '../../frame/field.tsx';
import { useColleagues } from '../fields/use-known-skills.ts';
import { usePolicy } from '../use-policy-editor.ts';
import { type Dials, ownScenario } from './own-scenario.ts';

type Kind = Dials['kind'] | 'file';
const kinds: readonly Kind[] = ['usual', 'rush', 'outage', 'file'];

/** Which day is played: one's own team on a kind of day, or a file. */
export function ScenarioForm({
  running,
  problems,
  onRun,
}: {
  readonly running: boolean;
  readonly problems: readonly ScenarioProblem[];
  readonly onRun: (scenario: unknown) => void;
}) {
  const { t } = useLanguage();
  const { active } = usePolicy();
  const team = useColleagues().filter(({ disabled }) => !disabled);
  const [kind, setKind] = useState<Kind>('usual');
  const [dials, setDials] = useState({ perHour: 60, handlingMinutes: 6, patienceMinutes: 4 });
  const [text, setText] = useState('');
  const [notJson, setNotJson] = useState(false);

  function run() {
    if (kind !== 'file') return onRun(ownScenario(active.policy, team, { kind, ...dials }));
    try {
      const scenario: unknown = JSON.parse(text);
      setNotJson(false);
      onRun(scenario);
    } catch {
      setNotJson(true);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Radio.Group
        aria-label={t(simulationText.scenario)}
        className="choices scenario-kinds"
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        options={kinds.map((value) => ({
          value,
          label: (
            <span className="choice-words">
              <b>{t(simulationText[value])}</b>
              <span className="soft">{t(simulationText[`${value}Hint`])}</span>
            </span>
          ),
        }))}
      />
      {kind === 'file' ? (
        <FileFields text={text} notJson={notJson} problems={problems} onText={setText} />
      ) : (
        <>
          <p className="soft">
            {team.length > 0
              ? fill(t(simulationText.team), { count: team.length })
              : t(simulationText.noTeam)}
          </p>
          <div className="dials">
            <Field label={t(simulationText.perHour)}>
              {(ids) => (
                <InputNumber
                  {...ids}
                  min={1}
                  max={2000}
                  value={dials.perHour}
                  onChange={(perHour) => perHour !== null && setDials({ ...dials, perHour })}
                />
              )}
            </Field>
            {(['handling', 'patience'] as const).map((name) => (
              <Field key={name} label={t(simulationText[name])}>
                {(ids) => (
                  <InputNumber
                    {...ids}
                    min={0.5}
                    max={240}
                    suffix={t(routingText.minutes)}
                    value={dials[`${name}Minutes`]}
                    onChange={(value) => value !== null && setDials({ ...dials, [`${name}Minutes`]: value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </>
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={running}
        disabled={kind === 'file' && text.trim() === ''}
      >
        {t(simulationText.run)}
      </Button>
    </form>
  );
}

function FileFields({
  text,
  notJson,
  problems,
  onText,
}: {
  readonly text: string;
  readonly notJson: boolean;
  readonly problems: readonly ScenarioProblem[];
  readonly onText: (text: string) => void;
}) {
  const { t } = useLanguage();
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Field label={t(simulationText.paste)} error={notJson && t(simulationText.notJson)}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            className="scenario-json"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json"
        onChange={async (event) => onText((await event.target.files?.[0]?.text()) ?? '')}
      />
      <Button
        className="scenario-upload"
        icon={<UploadOutlined aria-hidden="true" />}
        onClick={() => file.current?.click()}
      >
        {t(simulationText.upload)}
      </Button>
      {problems.length > 0 && (
        <div role="alert">
          <p className="problem-note problem-error">
            {fill(t(simulationText.problems), { count: problems.length })}
          </p>
          <ul className="rejected-lines">
            {problems.slice(0, 20).map((one) => (
              <li key={`${one.path} ${one.code}`}>
                <code>{one.path || '{ }'}</code>
                <span>{t(one.message)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
