import { Skeleton } from 'antd'
import { type DragEvent, useState } from 'react'
import type { CaseBoard, CaseView } from '../../src/protocol/cases.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { BoardCard } from './board-card.tsx'
import type { CaseFilters } from './case-filters.ts'
import { isMove, listMoves } from './moves.ts'
import { OwedDialog } from './owed-dialog.tsx'
import { useBoard } from './use-board.ts'
import type { ChangeFilters } from './use-case-filters.ts'
import './board.css'

interface BoardProps {
  readonly filters: CaseFilters
  readonly change: ChangeFilters
}

/** The cases by status. A card is dragged to another column, or sent there by its menu. */
export function Board({ filters, change }: BoardProps) {
  const { loaded, reload, move, moving, owed, carryOut, forget } = useBoard(filters)
  const [dragged, setDragged] = useState<CaseView>()
  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active className="cases-skeleton" paragraph={{ rows: 8 }} />

  return (
    <>
      <div className="board">
        {loaded.value.columns.map((column) => (
          <Column
            key={column.status}
            column={column}
            dragged={dragged}
            moving={moving}
            onDrag={setDragged}
            onMove={move}
            onSeeAll={() => change({ view: 'list', state: column.status })}
          />
        ))}
      </div>
      {owed ? <OwedDialog owed={owed} onSend={carryOut} onClose={forget} /> : null}
    </>
  )
}

interface ColumnProps {
  readonly column: CaseBoard['columns'][number]
  readonly dragged: CaseView | undefined
  /** The number of the case that is on its way. */
  readonly moving: string | undefined
  readonly onDrag: (shown: CaseView | undefined) => void
  readonly onMove: ReturnType<typeof useBoard>['move']
  readonly onSeeAll: () => void
}

function Column({ column, dragged, moving, onDrag, onMove, onSeeAll }: ColumnProps) {
  const texts = useTexts()
  const { status, count, cases } = column
  const drop = useDrop(column, dragged, onMove)
  return (
    <section
      className={drop.className}
      aria-label={texts.cases.column(texts.caseStatus[status], count)}
      onDragOver={drop.onDragOver}
      onDragLeave={drop.onDragLeave}
      onDrop={drop.onDrop}
    >
      <h2>
        <i className={`chip case-status ${status}`}>{texts.caseStatus[status]}</i>
        <span className="count">{count}</span>
      </h2>
      {cases.length === 0 ? <p className="none">{texts.cases.emptyColumn}</p> : null}
      <ul>
        {cases.map((one) => (
          <li key={one.number}>
            <BoardCard shown={one} busy={moving === one.number} onDrag={onDrag} onMove={(to) => onMove(one, to)} />
          </li>
        ))}
      </ul>
      {count > cases.length ? (
        <button type="button" className="text-button" onClick={onSeeAll}>
          {texts.cases.seeRest(count)}
        </button>
      ) : null}
    </section>
  )
}

/** Takes the card that is dragged over it, if it may come here. */
function useDrop({ status }: ColumnProps['column'], dragged: CaseView | undefined, onMove: ColumnProps['onMove']) {
  const [over, setOver] = useState(false)
  const takes = dragged !== undefined && isMove(status) && listMoves(dragged.status).includes(status)
  const tone = takes ? (over ? ' takes over' : ' takes') : ''
  return {
    className: `board-column${tone}`,
    onDragOver: (event: DragEvent) => {
      if (!takes) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      if (takes) onMove(dragged, status)
    },
  }
}
