import type { Language } from '../../../../core/terms/language.ts';
import type { Overflow } from '../../../../core/terms/queue.ts';
import { durationWords } from '../../../../core/text/console-duration.ts';
import { queuesText } from '../../../../core/text/console-queues.ts';
import { fill } from '../../../../core/text/fill.ts';

/** What a stage widens: 「也找「售前」的坐席，技能要求放低 1 级」. */
export function stageWords(stage: Overflow, queue: (id: string) => string, language: Language): string {
  const parts: string[] = [];
  if (stage.toQueueId !== undefined)
    parts.push(fill(queuesText.stageQueue[language], { queue: queue(stage.toQueueId) || '…' }));
  if (stage.relaxLevels >= 5) parts.push(queuesText.stageAnySkill[language]);
  else if (stage.relaxLevels > 0)
    parts.push(fill(queuesText.stageRelax[language], { levels: stage.relaxLevels }));
  return parts.join(language === 'zh' ? '，' : ', ') || queuesText.stageNothing[language];
}

/** The stage with its time before it. */
export function stagePhrase(stage: Overflow, queue: (id: string) => string, language: Language): string {
  const when = fill(queuesText.stageAt[language], { time: durationWords(stage.afterMs, language) });
  return `${when}${language === 'zh' ? '，' : ': '}${stageWords(stage, queue, language)}`;
}
