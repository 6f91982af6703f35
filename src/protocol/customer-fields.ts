/** What may be written into a record; the console asks before it sends. Mainland mobiles, landlines, and numbers from abroad. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/[\s()-]/g, '')
  return /^\+?\d{5,16}$/.test(digits)
}

/** As far as a form can tell: somebody, at a host that has a dot. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)
}
