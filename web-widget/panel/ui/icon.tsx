const PATHS = {
  close: 'm6 9 6 6 6-6',
  cross: 'M6 6l12 12M18 6 6 18',
  send: 'M12 19V5m-6 6 6-6 6 6',
  clip: 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a1.8 1.8 0 0 1-2.6-2.6L14.5 7.5',
  file: 'M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm8 0v5h5M8.5 13h7m-7 4h5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20a7 7 0 0 1 14 0',
  up: 'M7 11v9H4v-9Zm0 0 4-7a2 2 0 0 1 2 2.4L12.5 10H18a2 2 0 0 1 2 2.3l-1.2 6a2 2 0 0 1-2 1.7H7',
  down: 'M17 13V4h3v9Zm0 0-4 7a2 2 0 0 1-2-2.4l.5-3.6H6a2 2 0 0 1-2-2.3l1.2-6a2 2 0 0 1 2-1.7H17',
  star: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8Z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
  alert: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-13v5m0 3.5v.01',
  check: 'm5 13 4 4L19 7',
  checks: 'm2 13 4 4L16 7m-5 9 1 1L22 7',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  undo: 'M4 5v6h6M4 11a8.5 8.5 0 1 1 2 6',
  go: 'm9 6 6 6-6 6',
  arrow: 'M12 5v14m-6-6 6 6 6-6',
  bag: 'M6 8h12l1 12H5ZM9 8a3 3 0 0 1 6 0',
} as const

export type IconName = keyof typeof PATHS

/** Drawn, because emoji and symbol glyphs are missing on some phones. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** 小二: a waiter's cap and a smile. */
export function BotFace() {
  return (
    <svg class="face" viewBox="0 0 32 32" aria-hidden="true">
      <path class="face-cap" d="M7 13c0-6 4-9 9-9s9 3 9 9c-6-2.2-12-2.2-18 0Z" />
      <path class="face-line" d="M11.5 17.5v1.5m9-1.5v1.5m-8.5 4c2.5 2.3 5.5 2.3 8 0" />
    </svg>
  )
}
