/** Two seats side by side: the human's in teal, the assistant's in indigo. Decorative; the name stands beside it. */
export function BrandMark({ size = 36 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <rect x="2" y="6" width="15" height="24" rx="6" fill="#0F766E" />
      <rect x="19" y="6" width="15" height="24" rx="6" fill="#4F46E5" />
      <circle cx="9.5" cy="14" r="3" fill="#fff" />
      <path d="M26.5 10.5l1.1 2.4 2.4 1.1-2.4 1.1-1.1 2.4-1.1-2.4-2.4-1.1 2.4-1.1z" fill="#fff" />
      <rect x="5.5" y="21" width="8" height="3" rx="1.5" fill="#fff" opacity=".85" />
      <rect x="22.5" y="21" width="8" height="3" rx="1.5" fill="#fff" opacity=".85" />
    </svg>
  );
}
