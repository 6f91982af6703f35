import { SwapOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { Link } from 'wouter'
import type { CaseView } from '../../src/protocol/cases.ts'
import { useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CaseDue } from './case-chips.tsx'
import { isOpen } from './case-path.ts'
import { type CaseMove, listMoves } from './moves.ts'

interface BoardCardProps {
  readonly shown: CaseView
  readonly busy: boolean
  readonly onDrag: (shown: CaseView | undefined) => void
  readonly onMove: (to: CaseMove) => void
}

/** One case on the board: to open, to drag, or to move by its menu. */
export function BoardCard({ shown, busy, onDrag, onMove }: BoardCardProps) {
  const texts = useTexts()
  const name = useCustomerName(shown.customer)
  const me = useDeskState((state) => state.me.id)
  const holder = shown.agent?.id === me ? texts.cases.mine : shown.agent?.name
  const nobody = isOpen(shown) ? texts.cases.nobody : ''
  return (
    <article
      className={busy ? 'board-card busy' : 'board-card'}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', shown.number)
        onDrag(shown)
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <p className="board-card-head">
        <Link to={`/cases/${shown.number}`} draggable={false}>
          {shown.title}
        </Link>
        <MoveMenu shown={shown} onMove={onMove} />
      </p>
      <p className="board-card-who">
        <span>
          {name} <TierTag tier={shown.customer.tier} />
        </span>
        <span className={holder ? '' : 'nobody'}>{holder ?? nobody}</span>
      </p>
      <p className="board-card-foot">
        <small>{texts.caseType[shown.type]}</small>
        <CaseDue shown={shown} />
      </p>
    </article>
  )
}

/** What dragging does, for the keyboard and for a finger. */
function MoveMenu({ shown, onMove }: Pick<BoardCardProps, 'shown' | 'onMove'>) {
  const texts = useTexts()
  const items = listMoves(shown.status).map((move) => ({
    key: move,
    label: texts.cases.moveTo(texts.caseStatus[move]),
    danger: move === 'rejected',
    onClick: () => onMove(move),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button
        type="text"
        size="small"
        icon={<SwapOutlined aria-hidden="true" />}
        aria-label={texts.cases.moveCase(shown.number)}
      />
    </Dropdown>
  )
}
