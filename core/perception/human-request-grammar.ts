import { wishesInAWord } from './human-request-bare.ts';
import { wishesForWhomOneHad } from './human-request-before.ts';
import { wishesForSomebody } from './human-request-fetch.ts';
import { wishesWithoutTheMachine } from './human-request-machine.ts';
import { wishesForPresence } from './human-request-presence.ts';
import { wishesToBeReached } from './human-request-reach.ts';
import { wishesForTalk } from './human-request-talk.ts';
import { wishesForTransfer } from './human-request-transfer.ts';
import type { Wish } from './human-request-wish.ts';

/** How the concepts of `human-request-words.ts` make a wish for a person, in the order in which they are looked for. */
export const wishes: readonly Wish[] = [
  ...wishesInAWord,
  ...wishesForTransfer,
  ...wishesForTalk,
  ...wishesForWhomOneHad,
  ...wishesForSomebody,
  ...wishesToBeReached,
  ...wishesForPresence,
  ...wishesWithoutTheMachine,
];
