import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { AreaReport, FigureDefinition } from '../../src/protocol/reports.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { DrillNumber } from './drill-number.tsx'
import { useFigures } from './figures-context.tsx'
import { useRowLabel } from './row-label.ts'
import { Scroller } from './scroller.tsx'
import { nextSorting, type Sorting, sortRows } from './series.ts'

const FIRST_ROWS = 31

/** Every row of a breakdown with all its figures; every number opens what it was counted from. */
export function FigureTable({ report, title }: { readonly report: AreaReport; readonly title: string }) {
  const { figures: words } = useTexts()
  const { definitions } = useFigures()
  const [sorting, setSorting] = useState<Sorting>({ figure: undefined, down: false })
  const [all, setAll] = useState(false)
  const labelOf = useRowLabel(report.by)
  const rows = useMemo(() => sortRows(report.rows, sorting), [report.rows, sorting])
  const columns = report.figures
    .flatMap(({ id }) => definitions.get(id) ?? [])
    .filter(({ by }) => by.includes(report.by))
  if (report.rows.length === 0) return <p className="none">{words.noRows}</p>

  return (
    <>
      <Scroller label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.dimensions[report.by]}</th>
              {columns.map((definition) => (
                <Head
                  key={definition.id}
                  definition={definition}
                  sorting={sorting}
                  onSort={() => setSorting(nextSorting(sorting, definition.id))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, FIRST_ROWS)).map((row) => (
              <Row key={row.key} row={row} by={report.by} name={labelOf(row)} columns={columns} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {!all && rows.length > FIRST_ROWS ? (
        <Button type="link" onClick={() => setAll(true)}>
          {words.allRows(rows.length)}
        </Button>
      ) : null}
    </>
  )
}

interface RowProps {
  readonly row: AreaReport['rows'][number]
  readonly by: AreaReport['by']
  readonly name: string
  readonly columns: readonly FigureDefinition[]
}

function Row({ row, by, name, columns }: RowProps) {
  const { figures: words } = useTexts()
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map(({ id }) => {
        const figure = row.figures.find((one) => one.id === id)
        return <td key={id}>{figure ? <DrillNumber figure={figure} row={{ by, key: row.key }} /> : words.none}</td>
      })}
    </tr>
  )
}

interface HeadProps {
  readonly definition: FigureDefinition
  readonly sorting: Sorting
  readonly onSort: () => void
}

function Head({ definition, sorting, onSort }: HeadProps) {
  const { figures: words } = useTexts()
  const name = definition.name[useLocale()]
  const here = sorting.figure === definition.id
  const order = sorting.down ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={here ? order : 'none'}>
      <button type="button" className="figure-sort" title={words.sortBy(name)} onClick={onSort}>
        {name}
        {here ? sorting.down ? <CaretDownOutlined /> : <CaretUpOutlined /> : null}
      </button>
    </th>
  )
}
