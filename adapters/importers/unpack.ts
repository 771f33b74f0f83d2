import { unzipSync, zipSync } from 'fflate';
import { ImportFailure } from '../../core/terms/import.ts';

/** What an office file may become when it is unpacked, and how many files may be in it. */
export interface UnpackLimits {
  readonly totalBytes: number;
  readonly entries: number;
}

export const unpackLimits: UnpackLimits = { totalBytes: 200 * 1024 * 1024, entries: 5_000 };

/**
 * The entries of a zip that `wants` names. The sizes that the zip claims are added up before anything is unpacked, and
 * unpacking writes into buffers of exactly that size, so what lies about its size is broken, never large.
 */
export function unpack(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
  limits: UnpackLimits = unpackLimits,
): Record<string, Uint8Array> {
  let total = 0;
  let entries = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries += 1;
        if (entries > limits.entries) throw new ImportFailure('unpacks-too-large', `${entries} entries`);
        if (!wants(name)) return false;
        total += originalSize;
        if (total > limits.totalBytes) throw new ImportFailure('unpacks-too-large', `${total} bytes`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ImportFailure) throw error;
    throw new ImportFailure('file-broken', (error as Error).message);
  }
}

/** The same entries as a zip without compression, for parsers that want to unpack by themselves. */
export const packed = (entries: Record<string, Uint8Array>): Uint8Array => zipSync(entries, { level: 0 });
