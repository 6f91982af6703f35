import { lazy, Suspense } from 'react'
import { Waiting } from '../../entry/waiting.tsx'
import { ProductPreview } from './product-preview.tsx'

const FlowPicture = lazy(async () => ({ default: (await import('./flow-picture.tsx')).FlowPicture }))

interface SidePictureProps {
  readonly kind: string | undefined
  readonly text: string
  /** Where the cursor is. */
  readonly line: number
  readonly onLine: (line: number) => void
}

/** What a file makes, beside it: flows are drawn, products shown as shoppers see them. */
export function SidePicture({ kind, text, line, onLine }: SidePictureProps) {
  if (kind === 'products') return <ProductPreview text={text} line={line} onLine={onLine} />
  if (kind !== 'flows') return null
  return (
    <Suspense fallback={<Waiting />}>
      <FlowPicture text={text} line={line} onLine={onLine} />
    </Suspense>
  )
}
