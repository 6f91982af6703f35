/** What a line, or some rows, say; not yet looked at. */
export interface Draft {
  readonly line: number
  readonly data: unknown
  /** The line on which a field stands, and what it is called there. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

export interface Place {
  readonly line: number
  readonly field: string
}

/** Something that is wrong with a file: in both languages, for whoever mends it. */
export interface Fault {
  readonly place: Place
  readonly cause: { readonly zh: string; readonly en: string }
  readonly mend: { readonly zh: string; readonly en: string }
}

export type Read = Draft | { readonly line: number; readonly fault: Fault }

export function faultAt(line: number, cause: Fault['cause'], mend: Fault['mend'], field = ''): Fault {
  return { place: { line, field }, cause, mend }
}
