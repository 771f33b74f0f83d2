import { z } from 'zod';

/** A type with every field there, so that two can be compared field by field. */
type Whole<T> = T extends readonly (infer One)[]
  ? readonly Whole<One>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
    : T;

/** What is asked of a shape beside its own type: nothing where the two have the same fields. */
type Same<T, Output> = [Whole<T>] extends [Whole<Output>]
  ? [Whole<Output>] extends [Whole<T>]
    ? unknown
    : { readonly 'the type has a field that is missing here': never }
  : { readonly 'here is a field that the type has not, or has otherwise': never };

/**
 * The schema of an answer that is exactly `T`: the compiler refuses a field that only one of the two has. `core` knows
 * no library, so its types cannot be made from schemas; this holds the two together.
 *
 * @param name what the description calls it, where several answers hold it
 */
export function shapeOf<T>(name?: string) {
  return <Shape extends z.ZodType<T>>(schema: Shape & Same<T, z.output<Shape>>): Shape =>
    name === undefined ? schema : named(name, schema);
}

/** Stands once in the description, under this name. */
export const named = <Shape extends z.ZodType>(name: string, schema: Shape): Shape =>
  schema.meta({ id: name }) as Shape;

export const list = <One extends z.ZodType>(of: One) => z.array(of).readonly();
export const time = z.int().describe('epoch milliseconds');
export const duration = z.number().min(0).describe('milliseconds');
export const count = z.int().min(0);
export const share = z.number().min(0).max(1);
export const seq = z.int().min(0).describe('place in the log of the conversation');
export const figures = z.record(z.string(), z.number());
export const language = z.enum(['zh', 'en']);
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
export const nothing = z.strictObject({});
/** No answer but the status. */
export const noContent = z.undefined();
