import { useState } from 'preact/hooks';
import { useSay, useSurroundings } from './context.ts';
import { CrossIcon, FileIcon } from './icons.tsx';
import { fileSize } from './time.ts';

const mostFiles = 5;

interface Files {
  readonly chosen: readonly File[];
  readonly problem: string | null;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (file: File) => void;
  readonly clear: () => void;
}

/** The files that go with the next message. What is too large is told at once, not after the upload. */
export function useChosenFiles(): Files {
  const { face } = useSurroundings().state;
  const say = useSay();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    chosen,
    problem,
    add: (files) => {
      const limit = face?.maximumUploadBytes ?? Number.MAX_SAFE_INTEGER;
      const large = files.find((file) => file.size > limit);
      const fitting = [...chosen, ...files.filter((file) => file.size <= limit)];
      setProblem(
        large
          ? say('fileTooLarge', { name: large.name, size: fileSize(limit) })
          : fitting.length > mostFiles
            ? say('tooManyFiles', { count: mostFiles })
            : null,
      );
      setChosen(fitting.slice(0, mostFiles));
    },
    remove: (file) => {
      setProblem(null);
      setChosen(chosen.filter((other) => other !== file));
    },
    clear: () => {
      setProblem(null);
      setChosen([]);
    },
  };
}

export function ChosenFiles({ files }: { files: Files }) {
  const say = useSay();
  return (
    <>
      {files.problem !== null && (
        <p class="failed" role="alert">
          {files.problem}
        </p>
      )}
      {files.chosen.length > 0 && (
        <ul class="chosen-files">
          {files.chosen.map((file) => (
            <li key={file.name + file.size + file.lastModified} class="file">
              <FileIcon />
              <span class="file-name">{file.name}</span>
              <span class="file-size">{fileSize(file.size)}</span>
              <button
                type="button"
                class="quiet small"
                aria-label={say('removeFile', { name: file.name })}
                onClick={() => files.remove(file)}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
