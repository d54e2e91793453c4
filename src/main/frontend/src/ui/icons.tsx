import type { ReactNode } from 'react';

/** Line icons, 24 by 24, drawn for this product; always decorative (the text beside them names the thing). */
const PATHS = {
  plus: 'M12 5v14M5 12h14',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14',
  upload: 'M12 16V5M7.5 9.5 12 5l4.5 4.5M5 19.5h14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  table:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5ZM4 10h16M10 10v9',
  workflow: 'M5 4h5v5H5zM14 15h5v5h-5zM7.5 9v5.5a3 3 0 0 0 3 3H14',
  rocket:
    'M12 15c4-2 7-5.5 7-11-5.5 0-9 3-11 7ZM8 11l-3.5.5L3 14l3.5.5M12 15l-.5 3.5L9 21l-.5-3.5M8 11l5 5M14.5 9.5h.01',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M16 4.5a3.300 3.300 0 0 1 0 6.300M17.5 14.800c2.200.7 3.5 2.600 3.5 5.200',
  building:
    'M5 20V5.5A1.5 1.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5V20M15 10h2.5A1.5 1.5 0 0 1 19 11.5V20M3 20h18M8.5 8h3M8.5 12h3M8.5 16h3',
  box: 'M4 8l8-4 8 4-8 4ZM4 8v8l8 4 8-4V8M12 12v8',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  alert:
    'M12 8v5M12 16.5h.01M10.300 4.300 3 17a2 2 0 0 0 1.700 3h14.600a2 2 0 0 0 1.700-3L13.700 4.300a2 2 0 0 0-3.400 0Z',
  chevron: 'M9 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  left: 'M19 12H5M11 6l-6 6 6 6',
  filter: 'M4 6h16M7 12h10M10 18h4',
  edit: 'M4 20h4L19 9a2.5 2.5 0 0 0-4-4L4 16ZM13.5 6.5l4 4',
  trash: 'M5 7h14M10 4h4M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5',
  play: 'M8 5.5v13l10.5-6.5Z',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.5 2.5 3.700 5.5 3.700 9s-1.200 6.5-3.700 9c-2.5-2.5-3.700-5.5-3.700-9S9.5 5.5 12 3Z',
  out: 'M14 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H14M10 12h10M16.5 8.5 20 12l-3.5 3.5',
  mail: 'M3.5 6.5h17v11h-17zM4 7l8 6 8-6',
  refresh: 'M19.5 9A8 8 0 0 0 5 8M4.5 15A8 8 0 0 0 19 16M5 4v4h4M19 20v-4h-4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  external: 'M13 5h6v6M19 5l-8.5 8.5M17 14v4.5a.5.5 0 0 1-.5.5h-11a.5.5 0 0 1-.5-.5v-11A.5.5 0 0 1 5.5 7H10',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  file: 'M7 3.5h7L19 8.5v12H7a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1ZM13.5 3.5V9H19',
  image: 'M4 5h16v14H4zM4 16l4.5-4.500 4 4 2.500-2.500 5 5M15.500 9.500h.01',
  dot: 'M12 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z',
  ring: 'M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#176b63" />
      <path
        d="M9.5 22V10l13 12V10"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="22.5" cy="10" r="3" fill="#f2b450" />
    </svg>
  );
}
