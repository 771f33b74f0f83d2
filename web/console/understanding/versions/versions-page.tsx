import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../../ui/language.ts';
import { Panel } from '../../frame/page.tsx';
import { Failed, Waiting } from '../../frame/states.tsx';
import { listModels } from '../calls.ts';
import { ModelPanel } from './model-panel.tsx';
import './versions.css';

/** Milliseconds between looks: while something trains, and while nothing does. */
const trainingLook = 1_500;
const quietLook = 30_000;

/** Every learned model: what is in force, how each version did, and the way back. */
export function VersionsPage() {
  const { language } = useLanguage();
  const models = useQuery({
    queryKey: ['understanding', 'models'],
    queryFn: ({ signal }) => listModels(signal),
    refetchInterval: ({ state }) =>
      state.data?.models.some(({ isTraining }) => isTraining) ? trainingLook : quietLook,
  });
  if (!models.data && models.isError) return <Failed error={models.error} onRetry={() => models.refetch()} />;
  if (!models.data)
    return (
      <Panel>
        <Waiting />
      </Panel>
    );
  return models.data.models.map((overview) => (
    <ModelPanel key={`${overview.model} ${language}`} overview={overview} />
  ));
}
