import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tooltip } from 'antd';
import type { LearnedModel, ModelOverview, ModelVersion } from '../../../../core/protocol/understanding.ts';
import { consoleText } from '../../../../core/text/console.ts';
import { versionsText } from '../../../../core/text/console-versions.ts';
import { fill } from '../../../../core/text/fill.ts';
import { errorSentence } from '../../../ui/api.ts';
import { useLanguage } from '../../../ui/language.ts';
import { When } from '../../frame/when.tsx';
import { publishVersion } from '../calls.ts';
import { asShare, outcomeSentence } from './outcome-sentence.ts';

const labelFigures = ['accuracy', 'macroF1', 'calibrationError'] as const;
const orderFigures = ['hitsAt1', 'calibrationError'] as const;
const figuresOf = (model: LearnedModel) => (model === 'retrieval' ? orderFigures : labelFigures);
const hints = {
  hitsAt1: versionsText.hitsAt1Hint,
  accuracy: versionsText.accuracyHint,
  macroF1: versionsText.macroF1Hint,
  calibrationError: versionsText.calibrationErrorHint,
} as const;
const standingWord = {
  'in-force': versionsText.inForce,
  earlier: versionsText.earlier,
  refused: versionsText.refused,
} as const;

/** Every version, newest first, and at the end what was there before anything was learned. */
export function VersionTable({ overview }: { readonly overview: ModelOverview }) {
  const { t } = useLanguage();
  const { model, versions, inForce } = overview;
  const shippedName = t(model === 'intent' ? versionsText.nothing : versionsText.shipped);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, which a keyboard must reach
    <section className="versions-frame" tabIndex={0} aria-label={t(versionsText.column)}>
      <table className="model-versions">
        <thead>
          <tr>
            <th scope="col">{t(versionsText.column)}</th>
            <th scope="col">{t(versionsText.trained)}</th>
            {figuresOf(model).map((name) => (
              <th key={name} scope="col" className="version-figure">
                <Tooltip title={t(hints[name])}>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation opens on focus too */}
                  <span tabIndex={0}>{t(versionsText[name])}</span>
                </Tooltip>
              </th>
            ))}
            <th scope="col">{t(versionsText.outcome)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <Line key={version.version} version={version} />
          ))}
          <tr>
            <th scope="row">{shippedName}</th>
            <td colSpan={1 + figuresOf(model).length} className="version-nothing" />
            <td>{inForce === 0 && <Standing standing="in-force" />}</td>
            <td className="version-act">
              {inForce !== 0 && <Use model={model} version={0} name={shippedName} />}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Line({ version }: { readonly version: ModelVersion }) {
  const { language, t } = useLanguage();
  const name = fill(t(versionsText.version), { version: version.version });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <When at={version.trainedAt} />
        <small>{version.author ?? t(versionsText.byItself)}</small>
      </td>
      {figuresOf(version.model).map((figure) => (
        <td key={figure} className="version-figure figure" data-name={t(versionsText[figure])}>
          {version.figures[figure] === undefined ? '–' : asShare(version.figures[figure])}
        </td>
      ))}
      <td>
        <Standing standing={version.standing} />
        <small>{outcomeSentence(version, language)}</small>
      </td>
      <td className="version-act">
        {version.standing === 'earlier' && (
          <Use model={version.model} version={version.version} name={name} />
        )}
      </td>
    </tr>
  );
}

function Standing({ standing }: { readonly standing: ModelVersion['standing'] }) {
  const { t } = useLanguage();
  return <span className={`version-standing version-${standing}`}>{t(standingWord[standing])}</span>;
}

/** Back or forward to a version, asked once more. */
function Use({
  model,
  version,
  name,
}: {
  readonly model: LearnedModel;
  readonly version: number;
  readonly name: string;
}) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  async function use() {
    try {
      await publishVersion(model, version);
      void message.success(fill(t(versionsText.used), { version: name }));
      await queries.invalidateQueries({ queryKey: ['understanding'] });
    } catch (error) {
      void message.error(errorSentence(error).message);
    }
  }
  return (
    <Popconfirm
      title={fill(t(versionsText.useTitle), { version: name })}
      description={<div className="version-use-hint">{t(versionsText.useHint)}</div>}
      okText={t(versionsText.use)}
      cancelText={t(consoleText.cancel)}
      onConfirm={use}
    >
      <Button size="small" aria-label={`${t(versionsText.use)} · ${name}`}>
        {t(versionsText.use)}
      </Button>
    </Popconfirm>
  );
}
