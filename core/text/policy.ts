import type { Bilingual } from '../terms/language.ts';

/** What the server itself writes beside a version of the policy. */
export const policyText = {
  shippedNote: { zh: '随安装提供的策略', en: 'The policy that comes with the installation' },
  restoredNote: { zh: '恢复到版本 {version}', en: 'Back to version {version}' },
} satisfies Record<string, Bilingual>;
