import type { Product } from '../../core/routing/simulation/day.ts';
import { firstCome } from './first-come.ts';

/**
 * Fewest open chats as Rocket.Chat's default, Auto Selection: of the department's agents who are online and below
 * their limit of simultaneous chats, the one with the fewest; the first in the department's order where several have
 * as few. Without anybody free, chats wait in line by the time of their arrival. Sources: docs.rocket.chat, "Queue types
 * (routing algorithm)"; github.com/RocketChat/Rocket.Chat, `apps/meteor/app/livechat/server/lib/routing/`
 * `AutoSelection.ts`; pull request 15003 there (waiting queue and limits). Nothing takes a chat from an agent who does
 * not answer, unless an administrator says what else shall happen when agents leave.
 */
export const fewestOpen: Product = {
  graceMs: null,
  requeuesSilent: false,
  createRouter: (active) =>
    firstCome(
      active,
      (able) => able.toSorted((one, other) => one.conversations - other.conversations)[0],
      () => undefined,
    ),
};
