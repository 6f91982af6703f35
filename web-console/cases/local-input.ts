/** A moment as a `datetime-local` field wants it: `2026-11-25T18:00`, by this browser's clock. */
export function toLocalInput(at: number): string {
  const moment = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return moment.toISOString().slice(0, 16)
}
