/** Every tag by which a prompt tells the model what is material. */
const tag = /<\/?\s*(?:sources|facts|style|wish|text|conversation)\b[^<>]*>/gi;

/**
 * Material that closes and opens none of the tags it stands between. A space takes a tag's place: what stood around it
 * (`</sour</sources>ces>`) must not become one.
 */
export const inert = (text: string): string => text.replace(tag, ' ');
