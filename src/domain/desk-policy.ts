/** How the owner wants the desk to work. */
export interface DeskPolicy {
  /** Whether people see what the shopper is typing before it is sent. */
  readonly typingPreview: boolean
}
