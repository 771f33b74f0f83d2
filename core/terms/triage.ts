import type { Bilingual, Language } from './language.ts';
import type { Emotion } from './perception.ts';
import type { SkillNeed } from './skill.ts';

/** What a message may mean beyond its question: each is a reason for a person. */
export const risks = [
  'complaint',
  'refund-dispute',
  'legal-threat',
  'self-harm',
  'safety',
  'press',
  'abuse',
] as const;

export type Risk = (typeof risks)[number];

/** One condition of a rule. All conditions of a rule must hold; inside one, any of its values suffices. */
export type TriageCondition =
  | { readonly on: 'topic' | 'channel' | 'segment' | 'label' | 'intent'; readonly is: readonly string[] }
  | { readonly on: 'language'; readonly is: readonly Language[] }
  | { readonly on: 'risk'; readonly is: readonly Risk[] }
  | { readonly on: 'emotion'; readonly is: readonly Emotion[]; readonly minimumIntensity?: number }
  | { readonly on: 'words'; readonly is: readonly string[] }
  | { readonly on: 'attribute'; readonly name: string; readonly is: readonly string[] }
  | { readonly on: 'verified'; readonly is: boolean }
  | { readonly on: 'open'; readonly calendarId: string; readonly is: boolean }
  | {
      readonly on: 'orderValue' | 'complexity' | 'failedAnswers' | 'turns' | 'confidence' | 'reopenings';
      readonly atLeast?: number;
      readonly atMost?: number;
    };

/** What a rule does where all its conditions hold. */
export type TriageAction =
  | { readonly do: 'assistant' }
  | { readonly do: 'human' }
  | { readonly do: 'queue'; readonly queueId: string }
  | { readonly do: 'priority'; readonly priority: number }
  | { readonly do: 'skill'; readonly need: SkillNeed }
  | { readonly do: 'label'; readonly label: string };

/** A rule that an administrator edits. Rules are read in order; the first that names who serves, or a queue, settles it. */
export interface TriageRule {
  readonly id: string;
  readonly name: Bilingual;
  readonly enabled: boolean;
  readonly when: readonly TriageCondition[];
  readonly then: readonly TriageAction[];
}

/** A group of contacts by what is known of them; the first that fits counts. */
export interface Segment {
  readonly id: string;
  readonly name: Bilingual;
  readonly when: readonly TriageCondition[];
  /** The priority that its conversations start with. */
  readonly priority: number;
}

/** How hard a request is, from 0 to 100, and what makes it so. */
export interface Complexity {
  readonly score: number;
  readonly parts: readonly {
    readonly part: ComplexityPart;
    readonly count: number;
    readonly points: number;
  }[];
}

export type ComplexityPart =
  | 'requests'
  | 'entities'
  | 'negations'
  | 'failed-attempts'
  | 'policy-depth'
  | 'length';

/** What triage says of a message. Stored with the decision. */
export interface TriageVerdict {
  readonly policyVersion: number;
  /** `undefined`: no rule speaks, the handoff thresholds decide. */
  readonly serves?: 'assistant' | 'human';
  readonly queueId: string;
  readonly priority: number;
  readonly skills: readonly SkillNeed[];
  readonly labels: readonly string[];
  readonly segment: string | null;
  readonly risks: readonly Risk[];
  readonly complexity: Complexity;
  /** The rules that held, in order. */
  readonly ruleIds: readonly string[];
}
