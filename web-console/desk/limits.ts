// The protocol's own limit (`MAX_TEXT`); only its types may be imported by the console.
export const MAX_TEXT = 2000
