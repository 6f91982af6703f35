import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Link, Switch, useLocation } from 'wouter'
import { Waiting } from '../entry/waiting.tsx'
import './area.css'

export interface AreaTab {
  readonly to: string
  readonly name: string
  /** Addresses below these belong to it too. */
  readonly also?: readonly string[]
  readonly count?: ReactNode
}

interface AreaProps {
  readonly name: string
  readonly tabs: readonly AreaTab[]
  /** The routes of its pages. */
  readonly children: ReactNode
}

/** A section of several pages, with the ways between them on top. */
export function Area({ name, tabs, children }: AreaProps) {
  const [location] = useLocation()
  const here = tabs.find(({ to, also = [] }) => location === to || also.some((one) => location.startsWith(one)))
  const ways = useRef<HTMLElement>(null)
  const at = here?.to
  // On a phone the way to this page may lie beside the screen.
  useEffect(() => {
    const way = at === undefined ? null : ways.current?.querySelector('[aria-current]')
    way?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [at])
  return (
    <div className="area">
      <nav ref={ways} className="area-tabs" aria-label={name}>
        {tabs.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            className={tab === here ? 'here' : ''}
            aria-current={tab === here ? 'page' : undefined}
          >
            {tab.name}
            {tab.count}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Waiting />}>
        <Switch>{children}</Switch>
      </Suspense>
    </div>
  )
}
