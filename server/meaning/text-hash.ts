import { hash } from 'node:crypto';

/** By which the vector of a text is kept. */
export const hashOf = (text: string): string => hash('sha256', text, 'hex');
