import type { Feeling } from './emotion-words.ts';

const relative =
  '(?:mum|mom|mother|dad|father|husband|wife|son|daughter|brother|sister|grand\\w+|gran|nan|dog|cat|baby|friend|partner)';
const occasion =
  '(?:day|birthday|wedding|trip|holidays?|vacation|christmas|evening|weekend|anniversary|party|surprise|honeymoon|graduation)';
const soon =
  '(?:today|tonight|tomorrow|in (?:\\w+ ){1,2}(?:minutes?|hours?)|in (?:one|two|1|2) days?|this (?:morning|afternoon|evening|weekend)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const leaving =
  '(?:leav(?:e|es|ing)|fl(?:y|ies|ying)|depart(?:s|ing)?|travel(?:s|l?ing)?|mov(?:e|es|ing)|go(?:es|ing)?(?! off| down| up)|(?:flight|plane|train|exam|interview|wedding|ceremony|surgery|operation|birthday|party|trip|deadline) (?:is|leaves|starts|begins))';

/**
 * How English speakers tell a feeling without naming it, with how strongly each way speaks, 0..1: by what presses, what
 * they fear, what they had hoped for, whom they lost. Structures, not sentences. Text as `readText` leaves it.
 */
export const englishFeelings: readonly {
  readonly feeling: Feeling;
  readonly strength: number;
  readonly pattern: RegExp;
}[] = [
  // Fear of what may come, and what it does to body and mind.
  {
    feeling: 'anxious',
    strength: 0.5,
    pattern:
      /\b(?:(?:can't|cannot|haven't|couldn't) (?:sleep|slept|stop thinking)|losing sleep|(?:i'm|i am|we're|am|are) (?:shaking|trembling|dreading)|\bfreaking out\b|heart is racing|sick to my stomach|on edge|(?:don't|do not) know (?:what (?:else )?to do|who to (?:ask|turn to))|(?:i'm|i am) begging|i beg you|please please|at my wits['’]? end|before it(?:'s| is) too late|time is running out|clock is ticking)\b/u,
  },
  {
    feeling: 'anxious',
    strength: 0.4,
    pattern:
      /\bwhat if (?:it|they|he|she|the \w+|my \w+|this) (?:\w+ ){0,2}(?:never|won't|lost|stolen|explodes?|late|after)\b|\b(?:will|am|are|would) (?:i|we) (?:going to |gonna )?(?:lose|miss|be (?:stuck|stranded))\b|\bhope (?:i|we|it|they|this|nobody|no one) (?:\w+n't|(?:has|have|did|is|was) not)\b|\b(?:don't|do not) know (?:if|whether) (?:it|this) is (?:safe|dangerous)\b|\bis (?:it|this|that) (?:dangerous|normal that|supposed to (?:smoke|burn|leak|spark))|\bi keep (?:thinking|worrying|refreshing|checking)\b|\bplease (?:tell me (?:it|they|this|that|there)|don't let (?:it|this|them)|say (?:it|they|this))\b|(?:^|[.!?] )please,? my\b|\b(?:can't|cannot) (?:afford|risk|get another|go without|be without)\b/u,
  },
  {
    feeling: 'anxious',
    strength: 0.4,
    pattern:
      /\b(?:someone|somebody|a stranger|hackers?) (?:has |have |just )?(?:changed|used|accessed|hacked|stole|stolen|got into|logged into|ordered (?:\w+ )?with|emptied) (?:my|our|the password)\b|\bhacked\b|\b(?:payments?|charges?|transactions?|orders?|purchases?) (?:that |which )?(?:i|we) never\b|\bi think (?:i|we) (?:\w+ ){1,2}(?:to )?the wrong\b|\bthere(?:'s| is) (?:\w+ )?(?:smoke|sparks|a burning smell)\b/u,
  },
  // What presses: somebody is about to go, something ends, something is needed by then.
  {
    feeling: 'anxious',
    strength: 0.4,
    pattern: new RegExp(
      `\\b(?:i|we|he|she|they|i'm|we're|they're|my|our|his|her|their|the) (?:\\w+ ){0,3}?${leaving}(?: \\w+){0,4}? ${soon}\\b|\\b(?:ends?|closes?|expires?|leaves?|starts?) in (?:\\w+ ){0,2}(?:minutes?|hours?)\\b|\\b(?:really|desperately|badly|absolutely) need (?:\\w+ ){0,4}(?:by|before|today|tonight|tomorrow|now)\\b|\\bneed (?:it|them|this|that) (?:by|before) (?:today|tonight|tomorrow|the weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b|\\bdeadline (?:is |was )?(?:today|tonight|tomorrow)\\b|\\bwill (?:it|they) (?:definitely|really|ever|make it|still make)\\b`,
      'u',
    ),
  },
  // Whom or what they lost.
  {
    feeling: 'sad',
    strength: 0.55,
    pattern: new RegExp(
      `\\b(?:my|our|his|her) (?:\\w+ )?${relative} (?:has |just )?(?:died|passed)\\b|\\b(?:he|she) (?:died|passed on)\\b|\\b(?:i|we) lost (?:him|her|them|(?:my|our) (?:\\w+ )?${relative})\\b|\\bmy late (?:\\w+)\\b|\\bno longer with us\\b|\\b(?:broke|breaks|breaking) (?:my|our|his|her|their) hearts?\\b|\\bheavy heart\\b|\\bheartbreaking\\b`,
      'u',
    ),
  },
  {
    feeling: 'sad',
    strength: 0.45,
    pattern: new RegExp(
      `\\b(?:ruined|spoil(?:ed|t)|wrecked) (?:my|our|the|his|her|their) (?:\\w+ ){0,2}${occasion}\\b|\\b${occasion} (?:is|was|got|has been) (?:all |completely |totally )?(?:ruined|spoil(?:ed|t)|wrecked)\\b|\\bmissed (?:my|our|his|her|their) (?:\\w+ ){0,2}${occasion}\\b`,
      'u',
    ),
  },
  // What they had hoped for, and what it meant to them.
  {
    feeling: 'sad',
    strength: 0.45,
    pattern:
      /\b(?:was|were|had been|been) (?:really |so |very |all )?(?:looking forward|excited (?:to|for|about))\b|\b(?:had|got) (?:my|our|such|so many|so much|high|such high) hopes?\b|\b(?:pictured|imagined) it (?:so )?different|\b(?:i|we) (?:really )?believed in (?:you|this|your)\b|\bmeant (?:a lot|so much|everything|the world)\b|\bsentimental value\b|\birreplaceable\b|\b(?:nobody|nothing|no one) can (?:bring|replace)\b|\b(?:last|only) (?:present|gift|photos?|pictures?|memory|thing) (?:\w+ ){0,3}(?:from|of) (?:my|our|him|her)\b|\b(?:giv(?:e|ing) up (?:on|hope)|(?:close|about|ready) to (?:give|giving) up|lost (?:all )?hope)\b|\b(?:i|we) wish (?:i|we) (?:had|hadn't|never|could have)\b|\b(?:what|such|it's|is) a (?:pity|shame)\b|\bbumm(?:ed|er)\b|\bcrestfallen|\bdejected\b/u,
  },
  {
    feeling: 'sad',
    strength: 0.35,
    pattern:
      /\b(?:planned|saved(?: up)?|dream(?:ed|t)) (?:\w+ ){0,4}(?:for|all) (?:\w+ )?(?:years?|months?|weeks?|ages|summer|winter)\b|\b(?:he|she|we|they|i) (?:won't get to|will not get to|will never (?:get to|see)|never got to)\b|\bbelonged to my\b|\b(?:now it is|it's all|it is all) (?:lost|gone|over)\b/u,
  },
  {
    feeling: 'surprised',
    strength: 0.4,
    pattern:
      /\b(?:never|didn't|did not) (?:expect|expected|imagined|see that coming|know you)\b|\b(?:it|they|that)(?:'s| is| are) (?:here|there|done|ready) already\b|\b(?:hang|hold) on,|\bwait a (?:minute|second|sec)\b|\b(?:my |oh my )?goodness\b|\bgosh\b|\bblimey\b|\bwhoa\b|\bholy (?:cow|moly)\b|\bwhat on earth\b|\bout of nowhere\b|\btaken aback\b|\bspeechless\b/u,
  },
  {
    feeling: 'pleased',
    strength: 0.5,
    pattern:
      /\bmade (?:my|our) (?:day|week)\b|\bworks? like a (?:charm|dream)\b|\b(?:i|we|he|she|they|daughter|son|wife|husband|kids?|mum|mom|dad) (?:just |really )?adores?\b|\bspot on\b|\b(?:just|exactly) what (?:i|we) (?:was|were) (?:after|looking for)\b|\bcouldn't ask for (?:more|better)\b|\b(?:really|very|so|super|most|quite) impressed\b|\bdelighted\b|\bover the moon\b|\btop notch\b|\bsuperb\b|\boutstanding (?:service|job|work|quality)\b|\b(?:highly|would|will) recommend\b|\bfive stars\b|\bhats off\b|\bkudos\b|\byou(?:'re| are) (?:the best|a star|a legend)\b|\bbest (?:purchase|buy) (?:ever|i|in)\b/u,
  },
  {
    feeling: 'angry',
    strength: 0.5,
    pattern:
      /\bhow many (?:more )?times (?:do|must|have|will|am)\b|\bhad (?:quite |more than )?enough (?:of|with)\b|\b(?:are you|you(?:'ve| have) got to be|you must be) (?:kidding|joking)\b|\bstop (?:wasting|lying|ignoring|copying)\b|\bshame on\b|\btrading standards\b|\bsmall claims\b|\bdaylight robbery\b|\bsick and tired\b|\benough is enough\b|\bfuming\b|\b(?:so|i'm|i am) mad\b|\ba (?:total |complete )?(?:shambles|farce)\b|\brun-?around\b|\bget your act together\b|\bnever (?:again|buying|ordering|shopping)\b|\bi(?:'ve| have) had it\b|\b(?:so|just|totally) done with\b|\bwaste of (?:my )?(?:money|time)\b|\bjoke of an?\b|\b(?:total|absolute|complete) joke\b|\bhow hard (?:can|is) it\b|\bwant (?:all )?my money back\b|\bfalse advertising\b|\b(?:passed|sent) (?:around|from one|back and forth)\b/u,
  },
];
