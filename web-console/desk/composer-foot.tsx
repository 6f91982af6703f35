import { CheckOutlined, DownOutlined, SendOutlined } from '@ant-design/icons'
import { Button, Dropdown, Space } from 'antd'
import { useDeskState } from '../shell/desk-context.tsx'
import { setPreferred, usePreference } from '../shell/preferences.ts'
import { EMPTY_DRAFT } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ComposerTools } from './composer-tools.tsx'
import { MAX_TEXT } from './limits.ts'

/** The count appears where the limit comes into sight. */
const COUNT_FROM = MAX_TEXT - 200

interface ComposerFootProps {
  readonly conversationId: string
  readonly sendable: boolean
  readonly busy: boolean
  readonly onSend: () => void
  readonly onInsert: (words: string) => void
}

export function ComposerFoot({ conversationId, sendable, busy, onSend, onInsert }: ComposerFootProps) {
  const { composer } = useTexts()
  const draft = useDeskState((state) => state.drafts[conversationId] ?? EMPTY_DRAFT)
  return (
    <div className="composer-foot">
      <ComposerTools conversationId={conversationId} onInsert={onInsert} />
      <span className="spread" />
      <Count length={draft.text.length} />
      <Space.Compact>
        <Button type="primary" icon={<SendOutlined />} disabled={!sendable} loading={busy} onClick={onSend}>
          {draft.note ? composer.addNote : composer.send}
        </Button>
        <SendBy />
      </Space.Compact>
    </div>
  )
}

function Count({ length }: { readonly length: number }) {
  const { composer, compose } = useTexts()
  if (length < COUNT_FROM) return null
  if (length > MAX_TEXT) return <span className="too-long">{composer.tooLong(length - MAX_TEXT)}</span>
  return <span className="count-left">{compose.left(MAX_TEXT - length)}</span>
}

/** Which key sends, for this browser. */
function SendBy() {
  const { compose } = useTexts()
  const byCtrl = usePreference('ctrl-enter')
  const item = (key: string, label: string, chosen: boolean) => ({
    key,
    label,
    icon: <CheckOutlined className={chosen ? '' : 'unchosen'} />,
    onClick: () => setPreferred('ctrl-enter', key === 'ctrl'),
  })
  const items = [item('enter', compose.byEnter, !byCtrl), item('ctrl', compose.byCtrlEnter, byCtrl)]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="topRight">
      <Button type="primary" className="send-by" icon={<DownOutlined />} aria-label={compose.sendBy} />
    </Dropdown>
  )
}
