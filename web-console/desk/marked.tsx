import { useThreadScope } from './thread-scope.ts'

/** A text in which the words that are being looked for stand out. */
export function Marked({ text, words }: { readonly text: string; readonly words?: string }) {
  const scope = useThreadScope()
  return <>{mark(text, words ?? scope?.words ?? '')}</>
}

function mark(text: string, words: string) {
  if (words === '') return text

  const parts = []
  const low = text.toLowerCase()
  const wanted = words.toLowerCase()
  let from = 0
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + words.length)}</mark>)
    from = at + words.length
  }
  return [...parts, text.slice(from)]
}
