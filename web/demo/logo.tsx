/** @jsxImportSource preact */

/** The shop's mark: two ridges and the sun between them. */
export function Logo() {
  return (
    <svg viewBox="0 0 40 28" width="40" height="28" aria-hidden="true">
      <circle cx="27" cy="8" r="4.5" fill="#e79a4f" />
      <path d="M1 26 14 6l7 11-6 9Z" class="logo-near" />
      <path d="m13 26 12-16 13 16Z" class="logo-far" />
    </svg>
  );
}
