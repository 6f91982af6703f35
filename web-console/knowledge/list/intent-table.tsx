import { Pagination } from 'antd'
import { useEffect, useState } from 'react'
import type { IntentRow as Row } from '../../../src/protocol/editing.ts'
import { useWords } from '../use-words.ts'
import type { Sort } from './intent-filters.ts'
import { IntentRow } from './intent-row.tsx'
import type { UseIntents } from './use-intents.ts'
import { useSwitch } from './use-switch.tsx'

/** More at once would make each keystroke of a search draw hundreds of lines. */
const ON_PAGE = 50

interface IntentTableProps {
  readonly rows: readonly Row[]
  readonly intents: UseIntents
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** The list, a page at a time; on a phone each line is a card. */
export function IntentTable({ rows, intents, sort, onSort }: IntentTableProps) {
  const { list } = useWords()
  const [page, setPage] = useState(1)
  const switching = useSwitch(intents.reload)
  const pages = Math.max(1, Math.ceil(rows.length / ON_PAGE))
  const here = Math.min(page, pages)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its beginning.
  useEffect(() => setPage(1), [rows.length, sort])
  const head = { sort, onSort }
  return (
    <>
      <table className="intent-table">
        <thead>
          <tr>
            <Head {...head} by="title" name={list.columns.title} />
            <th scope="col">{list.columns.category}</th>
            <th scope="col">{list.columns.autonomy}</th>
            <Head {...head} by="examples" name={list.columns.examples} />
            {intents.heat ? (
              <>
                <Head {...head} by="yesterday" name={list.columns.yesterday} />
                <Head {...head} by="week" name={list.columns.week} />
                <Head {...head} by="answered" name={list.columns.answered} />
                <Head {...head} by="disliked" name={list.columns.disliked} />
              </>
            ) : null}
            <th scope="col">{list.columns.enabled}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice((here - 1) * ON_PAGE, here * ON_PAGE).map((row) => (
            <IntentRow
              key={row.id}
              row={row}
              heat={intents.heat?.get(row.id)}
              counted={intents.heat !== undefined}
              switching={switching}
            />
          ))}
        </tbody>
      </table>
      {pages > 1 ? (
        <Pagination
          className="knowledge-pages"
          current={here}
          total={rows.length}
          pageSize={ON_PAGE}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </>
  )
}

interface HeadProps {
  readonly by: Sort
  readonly name: string
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** Pressed once it sorts by its column, pressed again it leaves the order of the files. */
function Head({ by, name, sort, onSort }: HeadProps) {
  const mine = sort === by
  const order = by === 'title' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={mine ? order : undefined} className={by === 'title' ? '' : 'figure'}>
      <button type="button" className={mine ? 'sorter here' : 'sorter'} onClick={() => onSort(mine ? 'file' : by)}>
        {name}
        <span aria-hidden="true">{mine ? (by === 'title' ? ' ↑' : ' ↓') : ''}</span>
      </button>
    </th>
  )
}
