import { type Markup, raw } from './html.ts'
import type { OfferKind, ServiceKind } from './view-types.ts'

/** The shop's mark: an ear of grain, not quite full, as the term 小满 says. */
export const LOGO: Markup = raw(
  '<svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">' +
    '<circle cx="20" cy="20" r="20" fill="#c8400a"/>' +
    '<path d="M20 33V13" fill="none" stroke="#fff4e6" stroke-width="1.8" stroke-linecap="round"/>' +
    '<g fill="#fff4e6"><path d="M20 6.5c2.5 2 2.5 5 0 7.2-2.5-2.2-2.5-5.2 0-7.2Z"/>' +
    '<path d="M21.2 18.7c.2-3.3 2.3-5.4 5.8-5.7.1 3.5-2 5.6-5.8 5.7Z"/>' +
    '<path d="M18.8 18.7c-.2-3.3-2.3-5.4-5.8-5.7-.1 3.5 2 5.6 5.8 5.7Z"/>' +
    '<path d="M21.2 25.2c.2-3.3 2.3-5.4 5.8-5.7.1 3.5-2 5.6-5.8 5.7Z"/>' +
    '<path d="M18.8 25.2c-.2-3.3-2.3-5.4-5.8-5.7-.1 3.5 2 5.6 5.8 5.7Z"/></g>' +
    '</svg>',
)

/** The mark without its finer strokes, for the browser's tab. */
export const FAVICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="#c8400a"/>' +
      '<path d="M20 34V12" stroke="#fff4e6" stroke-width="2.5"/><g fill="#fff4e6">' +
      '<path d="M20 5c3 2.5 3 6 0 9-3-3-3-6.5 0-9ZM21 20c0-4 3-7 7-7 0 4-3 7-7 7ZM19 20c0-4-3-7-7-7 0 4 3 7 7 7Z"/>' +
      '<path d="M21 28c0-4 3-7 7-7 0 4-3 7-7 7ZM19 28c0-4-3-7-7-7 0 4 3 7 7 7Z"/></g></svg>',
  )

export const SERVICE_ICONS: Readonly<Record<ServiceKind, Markup>> = {
  cutoff: icon(
    '<path d="M3 7h11v9H3zM14 10h4l3 3v3h-7z"/><circle cx="7" cy="17.5" r="1.8"/><circle cx="17" cy="17.5" r="1.8"/>',
  ),
  returns: icon('<path d="M4 10h11a5 5 0 0 1 0 10H8"/><path d="m8 6-4 4 4 4"/>'),
  delivery: icon('<path d="m12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>'),
  protection: icon('<path d="M12 3 5 6v5.5c0 4.5 3 7.8 7 9.5 4-1.7 7-5 7-9.5V6zM9 12l2.2 2.2L15.2 10"/>'),
}

export const OFFER_ICONS: Readonly<Record<OfferKind, Markup>> = {
  promotion: icon('<path d="M12.5 3H20v7.5L11 20 3.5 12.5z"/><circle cx="16" cy="7.5" r="1.3"/>'),
  coupon: icon('<path d="M3 7h18v3.5a1.5 1.5 0 0 0 0 3V17H3v-3.5a1.5 1.5 0 0 0 0-3zM14 7.5v2M14 11v2M14 14.5v2"/>'),
  points: icon('<path d="m12 3.5 2.6 5.3 5.9.9-4.3 4.1 1 5.8L12 16.9l-5.2 2.7 1-5.8-4.3-4.1 5.9-.9z"/>'),
  live: icon('<path d="M4 6h12v12H4zM16 10.5 21 7.5v9l-5-3z"/>'),
}

export const CHAT_ICON: Markup = icon(
  '<path d="M4 5h16v11H11l-4.5 3.5V16H4z"/><path d="M8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01"/>',
)

function icon(shapes: string): Markup {
  return raw(
    '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6" ' +
      `stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shapes}</svg>`,
  )
}
