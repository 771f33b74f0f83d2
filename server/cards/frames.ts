import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * A file of frames: kind, length in bytes (a multiple of 4) and CRC-32 of the content that begins with the kind, 32
 * bits each in this machine's order, then the content.
 */
export interface Frame {
  readonly kind: number;
  readonly content: Int32Array;
}

const headBytes = 12;
/** A frame is written when it has so many bytes: a millisecond's work. */
const fullFrame = 1 << 20;
/** More is no frame of ours. */
const longestFrame = 1 << 28;

export function createFrameWriter(handle: FileHandle) {
  let kind = 0;
  let parts: Uint8Array[] = [];
  let bytes = 0;

  async function flush(): Promise<void> {
    if (bytes === 0) return;
    const content = Buffer.concat(parts, bytes);
    parts = [];
    bytes = 0;
    const head = new Uint32Array([kind, content.length, crc32(content, kind)]);
    await handle.writeFile(Buffer.from(head.buffer));
    await handle.writeFile(content);
  }

  return {
    /** Adds to the frame that is open, or opens one of this kind. Resolves when there is room for more. */
    add(ofKind: number, part: Int32Array): Promise<void> | undefined {
      if (ofKind !== kind && bytes > 0) return flush().then(() => this.add(ofKind, part));
      kind = ofKind;
      parts.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
      bytes += part.byteLength;
      return bytes >= fullFrame ? flush() : undefined;
    },
    flush,
  };
}

/** The frames of a file. Throws an `Error` at the first that is not whole. */
export async function* framesOf(handle: FileHandle): AsyncGenerator<Frame> {
  for (;;) {
    const head = new Uint32Array(3);
    const read = await fill(handle, new Uint8Array(head.buffer));
    if (read === 0) return;
    const [kind, length, sum] = [head[0]!, head[1]!, head[2]!];
    if (read < headBytes || length % 4 !== 0 || length > longestFrame)
      throw new Error('A frame has no head.');
    const content = new Int32Array(length / 4);
    const bytes = new Uint8Array(content.buffer);
    if ((await fill(handle, bytes)) < length || crc32(bytes, kind) !== sum)
      throw new Error('A frame is not whole.');
    yield { kind, content };
  }
}

/** Bytes read: fewer than there is room for only at the end of the file. */
async function fill(handle: FileHandle, bytes: Uint8Array): Promise<number> {
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, null);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at;
}
