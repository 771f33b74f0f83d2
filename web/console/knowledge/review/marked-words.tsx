/** A sentence with the words marked in which it differs. What cannot be found is left unmarked. */
export function MarkedWords({ text, words }: { readonly text: string; readonly words: string }) {
  const at = words.trim() === '' ? -1 : plain(text).indexOf(plain(words));
  if (at < 0 || words === text) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + words.length)}</mark>
      {text.slice(at + words.length)}
    </>
  );
}

/** Wide figures and capitals were made plain when the figures were compared; every character stays one. */
const plain = (text: string) =>
  text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (one) => one.toLowerCase());
