import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardShelf } from '../../core/knowledge/kept-cards.ts';
import type { Dictionary } from '../../core/terms/dictionary.ts';
import { makeFolder } from '../make-folder.ts';
import { type FiledCards, readCards, writeCards } from './card-file.ts';
import { cardSignature } from './card-signature.ts';

/** Where the cards of what was read are kept from one start to the next. Nothing of it is ever needed. */
export interface CardStore {
  /** The cards of texts cut by this dictionary; undefined where there are none that fit. */
  read(dictionary: Partial<Dictionary>): Promise<FiledCards | undefined>;
  /** Puts these in place of all that was kept. */
  write(dictionary: Partial<Dictionary>, shelf: CardShelf, isStopped: () => boolean): Promise<void>;
}

const name = 'knowledge-cards.bin';
const unfinished = /^knowledge-cards\.bin\.\d+\.part$/;
/** What nobody finished for so long was left by a process that died. */
const abandonedMs = 3_600_000;

/** Keeps them in a folder. Whatever goes wrong is told and costs time only: the texts are read anew. */
export function createCardStore(folder: string, onError: (error: unknown) => void): CardStore {
  const file = join(folder, name);

  async function removeAbandoned(): Promise<void> {
    for (const part of (await readdir(folder)).filter((one) => unfinished.test(one))) {
      const { mtimeMs } = await stat(join(folder, part));
      if (Date.now() - mtimeMs > abandonedMs) await rm(join(folder, part), { force: true });
    }
  }

  return {
    async read(dictionary) {
      try {
        // Most installations are small and keep nothing: their start need not sum up the code.
        await stat(file);
        return await readCards(file, await cardSignature(dictionary));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onError(error);
        return undefined;
      }
    },
    async write(dictionary, shelf, isStopped) {
      const part = `${file}.${process.pid}.part`;
      try {
        makeFolder(folder);
        await removeAbandoned();
        if (await writeCards(part, await cardSignature(dictionary), shelf, isStopped))
          await rename(part, file);
      } catch (error) {
        onError(error);
      } finally {
        await rm(part, { force: true }).catch(onError);
      }
    },
  };
}
