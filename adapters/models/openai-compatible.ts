import type { ChatModel } from '../../plugs/model.ts';

export function createOpenAiCompatible(config: { readonly name: string }): ChatModel {
  throw new Error(`the model ${config.name} cannot be reached yet`);
}
