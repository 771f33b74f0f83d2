import type { ArticleView } from '../../../core/protocol/views.ts';
import { hrefOf } from '../frame/route.ts';

/** Where an article opens: a draft that waits to be judged opens beside the conversation that proposed it. */
export function articleHref({ id, isProposed }: Pick<ArticleView, 'id' | 'isProposed'>): string {
  return hrefOf(isProposed ? ['knowledge', 'review', id] : ['knowledge', id]);
}
