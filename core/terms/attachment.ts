/** A file that belongs to a message. The bytes are fetched at `/api/attachments/{id}`. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Found by looking at the bytes, never by believing the sender. */
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}
