import type { ReactNode } from 'react'

interface BlankProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly hint?: string
  /** Whether the title is the heading of the page. */
  readonly heading?: boolean
  readonly children?: ReactNode
}

/** What stands where there is nothing yet: what this place is for, and what to do next. */
export function Blank({ icon, title, hint, heading = false, children }: BlankProps) {
  return (
    <div className="blank">
      {icon ? <span className="blank-icon">{icon}</span> : null}
      {heading ? <h1 className="blank-title">{title}</h1> : <p className="blank-title">{title}</p>}
      {hint ? <p className="blank-hint">{hint}</p> : null}
      {children}
    </div>
  )
}
