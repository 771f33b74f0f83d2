/** Something that a customer has or is waiting for, as their host system tells of it. */
export interface OwnedThing {
  /** What tells of it: the title of an order, or the name of an attribute. */
  readonly of: string;
  /** The words in which its products are named. */
  readonly names: string;
}
