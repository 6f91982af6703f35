import type { ReactNode } from 'react'

interface PartBarProps {
  /** How much of the longest bar this one is. */
  readonly part: number
  readonly children: ReactNode
}

/** A bar with its number beside it. */
export function PartBar({ part, children }: PartBarProps) {
  return (
    <span className="part">
      <svg className="part-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(0, Math.min(1, part)) * 100} height="8" />
      </svg>
      <span>{children}</span>
    </span>
  )
}
