interface MarkedProps {
  readonly text: string
  /** In order, none across another. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[]
}

/** A text with what was found in it marked. */
export function Marked({ text, ranges }: MarkedProps) {
  return (
    <>
      {ranges.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(ranges[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  )
}
