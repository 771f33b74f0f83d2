/** A model on another server. */
export interface ConfiguredModel {
  readonly name: string;
  /** Host and port of the server that is asked. */
  readonly host: string;
}

/** What an installation runs with. */
export interface SystemView {
  /** Writes the answers; null where the built-in answerer does. */
  readonly model: ConfiguredModel | null;
  /** Lets the knowledge base be searched by meaning; null where it is searched by words alone. */
  readonly embedding:
    | (ConfiguredModel & {
        /** Texts of which the server knows what they mean, and those that still wait to be sent. */
        readonly known: number;
        readonly awaited: number;
      })
    | null;
  /** Published articles that the server which answers holds in memory. */
  readonly articles: number;
}
