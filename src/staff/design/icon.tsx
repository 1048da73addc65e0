// Line icons on a 20-px grid; they always stand beside a word, so they are hidden from screen readers.
const PATHS = {
  today: 'M4 5h12v11H4zM4 8.5h12M7.5 3v3.5M12.5 3v3.5',
  receive: 'M10 3v8m0 0 3.2-3.2M10 11 6.8 7.8M3.5 12.5v4h13v-4',
  return: 'M10 11V3m0 0 3.2 3.2M10 3 6.8 6.2M3.5 12.5v4h13v-4',
  find: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 4 4',
  stamp:
    'M7 12V9.5C5.8 8.8 5 7.6 5 6.2 5 4 7.200 2.500 10 2.500s5 1.500 5 3.700c0 1.400-.8 2.600-2 3.300V12M4 12h12v3H4zM4.500 17.500h11',
  list: 'M7 5h10M7 10h10M7 15h10M3.200 5h.6M3.200 10h.6M3.200 15h.6',
  truck: 'M2.500 5h9v9h-9zM11.500 8h3.500l2.500 3v3h-6M6 16.500a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400ZM14 16.500a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400Z',
  envelope: 'M3 5h14v10H3zM3 5.500l7 5.500 7-5.500',
  inbox: 'M3 11.500 5 4h10l2 7.500V16H3zM3 11.500h4l1 2h4l1-2h4',
  check: 'm4 10.500 4 4 8-9',
  cross: 'm5 5 10 10M15 5 5 15',
  clock: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM10 6v4.300l3 1.700',
  warning: 'M10 3 2.500 16.500h15zM10 8v4M10 14.300v.2',
  info: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15ZM10 9v5M10 6.300v.2',
  paper: 'M5 2.500h7l3 3v12H5zM12 2.500v3h3M7.500 9h5M7.500 12h5',
  bag: 'M5 7h10l1.500 10.500h-13zM7.500 7V5a2.500 2.500 0 0 1 5 0v2M8 11h4',
  print: 'M6 7V2.500h8V7M6 14H3.500V7h13v7H14M6 11.500h8v6H6z',
  person: 'M10 9.500a3.200 3.200 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400ZM3.500 17c.5-3.500 3-5.500 6.500-5.500s6 2 6.500 5.500',
  send: 'M3 10h12m0 0-4-4m4 4-4 4',
  camera: 'M3 6h3l1.500-2h5L14 6h3v10H3zM10 13.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400Z',
  wifi: 'M3 8.500c4.200-3.800 9.800-3.800 14 0M5.700 11.500c2.600-2.300 6-2.300 8.600 0M10 15v.2',
  offline:
    'M3 3l14 14M5.700 11.500c1-.9 2-1.400 3.200-1.600M10 15v.2M3 8.500c.9-.8 1.800-1.400 2.800-1.900M9.500 5.700c2.700-.1 5.300.8 7.500 2.800',
  out: 'M8 3.500H3.500v13H8M8 10h9m0 0-3-3m3 3-3 3',
  people:
    'M7 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400ZM2 16.500c.3-3 2-4.700 5-4.700s4.700 1.700 5 4.700M13.200 9.300a2.300 2.300 0 1 0-.6-4.500M14 11.900c2.400.2 3.800 1.700 4 4.600',
} as const;
export type IconName = keyof typeof PATHS;

export const Icon = ({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);
