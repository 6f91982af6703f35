import { DownloadOutlined } from '@ant-design/icons'
import { Button, Drawer, Segmented } from 'antd'
import type { AreaReport, FigureDefinition } from '../../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { csvName, csvPath } from '../csv-name.ts'
import { useFigures, useFiguresPlace } from '../figures-context.tsx'
import { type Drilled, drillQuery, type FiguresPlace } from '../figures-place.ts'
import { DrillRows } from './drill-rows.tsx'

const PARTS = ['numerator', 'denominator'] as const

interface DrillDrawerProps {
  /** Names the row that was pressed, and the days that were compared with. */
  readonly report?: Pick<AreaReport, 'rows' | 'before'> | undefined
  readonly place: Pick<FiguresPlace, 'period' | 'filters'>
}

/** What a number was counted from, over the page; the address says which. */
export function DrillDrawer({ report, place }: DrillDrawerProps) {
  const { drilled, drill } = useFiguresPlace()
  const { definitions } = useFigures()
  const definition = drilled ? definitions.get(drilled.figure) : undefined
  const locale = useLocale()
  const { figures: words } = useTexts()
  const period = drilled?.before && report ? report.before : place.period
  return (
    <Drawer
      open={definition !== undefined}
      onClose={() => drill(undefined)}
      size={720}
      destroyOnHidden
      title={definition ? words.drill.title(definition.name[locale]) : ''}
      classNames={{ body: 'drill-body' }}
    >
      {drilled && definition ? (
        <Drill
          drilled={drilled}
          definition={definition}
          place={{ ...place, period }}
          rowName={report?.rows.find(({ key }) => key === drilled.row?.key)?.label}
        />
      ) : null}
    </Drawer>
  )
}

interface DrillProps {
  readonly drilled: Drilled
  readonly definition: FigureDefinition
  readonly place: Pick<FiguresPlace, 'period' | 'filters'>
  readonly rowName: string | undefined
}

function Drill({ drilled, definition, place, rowName }: DrillProps) {
  const { figures: words } = useTexts()
  const locale = useLocale()
  const { drill } = useFiguresPlace()
  const { from, until } = place.period
  const query = drillQuery(place, drilled)
  return (
    <>
      <p className="drill-of">{[rowName, from === until ? from : `${from} – ${until}`].filter(Boolean).join(' · ')}</p>
      <div className="drill-head">
        {definition.denominator ? (
          <Segmented
            value={drilled.part}
            aria-label={words.drill.part}
            options={PARTS.map((part) => ({ value: part, label: words.drill[part] }))}
            onChange={(part) => drill({ ...drilled, part })}
          />
        ) : null}
        <Button
          type="text"
          icon={<DownloadOutlined />}
          href={csvPath('/api/v1/reports/drill', query, locale)}
          download={csvName([definition.id, drilled.part], place.period)}
        >
          {words.download}
        </Button>
      </div>
      <p className="report-lead">{definition[drilled.part]?.[locale]}</p>
      <DrillRows path={`/api/v1/reports/drill?${query}`} unit={definition.unit} />
    </>
  )
}
