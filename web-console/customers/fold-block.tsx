import { DownOutlined, RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useFolded } from './folded.ts'

interface FoldBlockProps {
  /** Under which this browser remembers whether it is folded. */
  readonly name: string
  readonly title: string
  /** Shown beside the title when there are any. */
  readonly count?: number
  readonly extra?: ReactNode
  readonly children: ReactNode
}

/** A part of the record that can be folded away. */
export function FoldBlock({ name, title, count = 0, extra, children }: FoldBlockProps) {
  const [folded, turn] = useFolded(name)
  return (
    <section className="block">
      <div className="fold-head">
        <h2>
          <button type="button" className="fold" aria-expanded={!folded} onClick={turn}>
            {folded ? <RightOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
            {title}
            {count > 0 ? <span className="count">{count}</span> : null}
          </button>
        </h2>
        {folded ? null : extra}
      </div>
      {folded ? null : children}
    </section>
  )
}
