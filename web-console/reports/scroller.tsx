import type { ReactNode } from 'react'

interface ScrollerProps {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** What is wider than a phone scrolls in itself; the names in front stay. */
export function Scroller({ label, className = 'figures-table', children }: ScrollerProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, only the focus lets one scroll it.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    <div role="group" className={className} aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
