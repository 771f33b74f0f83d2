/** Who caused an event. The assistant and the human agent are never confused: they are different kinds. */
export type Actor =
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: 'assistant' }
  | { readonly kind: 'agent'; readonly id: string; readonly name: string }
  | { readonly kind: 'system' };

/** What a person of the staff may do grows from left to right. */
export type Role = 'agent' | 'supervisor' | 'administrator';
