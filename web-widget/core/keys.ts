/** Every key that the widget keeps in the shopper's browser; the loader and the panel share them. */
export const KEY_PREFIX = 'xiaoer:'
export const VISITOR_KEY = 'xiaoer:visitor'
export const SHOP_KEY = 'xiaoer:shop'
/** Kept for the tab: whether the panel was open, so that it is open on the shop's next page too. */
export const OPEN_KEY = 'xiaoer:open'
/** Present while a conversation is open or something is unsent, so that the next page connects by itself. */
export const RETURNING_KEY = 'xiaoer:returning'
export const OUTBOX_PREFIX = 'xiaoer:outbox:'
