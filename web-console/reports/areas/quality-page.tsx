import { Link } from 'wouter'
import type { DrillRow } from '../../../src/protocol/reports.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { AreaPage } from '../area-page.tsx'
import { DrillRows } from '../drill/drill-rows.tsx'
import { useFigures, useFiguresPlace } from '../figures-context.tsx'
import { drillQuery } from '../figures-place.ts'

/** 质量: what customers thought of it. */
export function QualityPage() {
  const { quality } = useTexts().figures
  return (
    <AreaPage area="quality">
      <Listed
        figure="dislikes"
        title={quality.disliked}
        hint={quality.dislikedHint}
        empty={quality.noDisliked}
        also={(row) => <Improve row={row} />}
      />
      <Listed figure="complaints" title={quality.complaints} empty={quality.noComplaints} />
    </AreaPage>
  )
}

interface ListedProps {
  readonly figure: string
  readonly title: string
  readonly hint?: string
  readonly empty: string
  readonly also?: (row: DrillRow) => React.ReactNode
}

/** What a figure counts, open on the page. */
function Listed({ figure, title, hint, empty, also }: ListedProps) {
  const { place } = useFiguresPlace()
  const definition = useFigures().definitions.get(figure)
  if (!definition) return null
  return (
    <section className="report" aria-label={title}>
      <h2>{title}</h2>
      {hint ? <p className="report-lead">{hint}</p> : null}
      <DrillRows
        path={`/api/v1/reports/drill?${drillQuery(place, { figure, part: 'numerator' })}&limit=10`}
        unit={definition.unit === 'share' ? 'count' : definition.unit}
        empty={empty}
        {...(also && { also })}
      />
    </section>
  )
}

function Improve({ row }: { readonly row: DrillRow }) {
  const { quality } = useTexts().figures
  if (!row.intent) return null
  return (
    <Link className="drill-also" to={`/knowledge/intents/${encodeURIComponent(row.intent.id)}`}>
      {quality.improve}
    </Link>
  )
}
