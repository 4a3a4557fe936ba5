/** The mark of the broker: one message, two ways. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
      <g fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round">
        <path d="M7 10h7c4 0 4 12 8 12h3" />
        <path d="M7 22h7c4 0 4-12 8-12h3" />
      </g>
      <circle cx="7" cy="10" r="2.4" fill="#fff" />
      <circle cx="7" cy="22" r="2.4" fill="#fff" />
    </svg>
  );
}
