import type { ComponentChildren } from 'preact';

function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Two seats in one conversation: the assistant's square and the human's round one. */
export function SeatsIcon({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} fill="none" aria-hidden="true">
      <path
        d="M14 3.2c6.4 0 11.3 4.2 11.3 9.7s-4.9 9.7-11.3 9.7c-1.1 0-2.2-.1-3.2-.4-.9.9-2.7 2.3-5.4 2.6-.5 0-.8-.5-.5-.9.8-1.1 1.1-2.3 1.2-3.3C4 18.9 2.7 16.1 2.7 12.9c0-5.5 4.9-9.7 11.3-9.7Z"
        fill="currentColor"
      />
      <rect class="cut" x="8" y="9.6" width="6" height="6.6" rx="1.6" />
      <circle class="cut" cx="18.3" cy="12.9" r="3.3" />
    </svg>
  );
}

/** The assistant's face: a square seat with a spark. */
export function AssistantMark() {
  return (
    <span class="mark" aria-hidden="true">
      <svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">
        <path d="M12 3.5c.5 4.6 2.9 7.5 8 8.5-5.1 1-7.5 3.9-8 8.5-.5-4.6-2.9-7.5-8-8.5 5.1-1 7.5-3.9 8-8.5Z" />
      </svg>
    </span>
  );
}

export const PersonIcon = ({ size = 16 }: { size?: number }) => (
  <Icon size={size}>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20c.9-3.8 3.9-5.7 7.5-5.7s6.6 1.9 7.5 5.7" />
  </Icon>
);
export const NoteIcon = () => (
  <Icon size={16}>
    <path d="M4 5.5h16v11H9.5L5 20v-3.5H4z" />
    <path d="M8 9.5h8M8 12.8h5" />
  </Icon>
);
export const CalendarIcon = () => (
  <Icon size={16}>
    <rect x="4" y="5.5" width="16" height="14.5" rx="2.5" />
    <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
  </Icon>
);
export const SparkIcon = () => (
  <Icon size={16}>
    <path d="M12 4c.5 4.2 2.7 7 7.5 8-4.8 1-7 3.8-7.5 8-.5-4.2-2.7-7-7.5-8 4.8-1 7-3.8 7.5-8Z" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M14.5 6 8.5 12l6 6" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M6 9.5 12 15.5 18 9.5" />
  </Icon>
);
export const ClipIcon = () => (
  <Icon>
    <path d="m20 11.5-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.5-2.4l7.6-7.6" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M12 19.5V5M5.5 11 12 4.5l6.5 6.5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon size={16}>
    <path d="M12 5v14M6 13l6 6 6-6" />
  </Icon>
);
export const FileIcon = () => (
  <Icon size={18}>
    <path d="M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5L13.5 3Z" />
    <path d="M13.5 3v5.5H19" />
  </Icon>
);
export const CrossIcon = () => (
  <Icon size={14}>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);

/** A face for each score, from 1 (very bad) to 5 (great). */
export function ScoreFace({ score }: { score: number }) {
  const mouth = ['M8 17c1-2.5 7-2.5 8 0', 'M8.5 16.3c1.2-1.3 5.8-1.3 7 0', 'M8.5 15.5h7'][score - 1];
  const smile = score === 4 ? 'M8.5 14.8c1.2 1.5 5.8 1.5 7 0' : 'M7.8 14c.9 4 7.5 4 8.4 0Z';
  return (
    <Icon size={24}>
      <circle cx="12" cy="12" r="9" />
      <path d="M9 9.8v.4M15 9.8v.4" />
      <path d={mouth ?? smile} />
    </Icon>
  );
}
