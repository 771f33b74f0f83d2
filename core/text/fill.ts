/**
 * A sentence with its figures and names filled in: `{name}` is replaced by the value; `{count|message|messages}`
 * chooses between singular and plural by the value of `count`. A name that is not given stays as it is, so that a
 * forgotten one is seen at once.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one: string | undefined, many: string | undefined) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined || many === undefined) return String(value);
      return value === 1 ? one : many;
    },
  );
}
