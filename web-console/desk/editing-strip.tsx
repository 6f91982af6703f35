import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'

/** Says which suggestion the text in the composer came from, and can cut the tie. */
export function EditingStrip({ conversationId }: { readonly conversationId: string }) {
  const texts = useTexts()
  const desk = useDesk()
  const draft = useDeskState((state) => state.drafts[conversationId])
  const suggestions = useDeskState((state) => state.suggestions[conversationId])
  if (!draft?.editing) return null

  const { editing, text, note } = draft
  const known = suggestions?.find(({ id }) => id === editing.id)
  // After a reload, or once newer ones have come, it is not listed any more.
  const over = known === undefined || known.status !== 'offered'
  return (
    <p className="editing">
      {over ? texts.assist.expiredEdit(editing.title) : texts.suggest.editing(editing.title)}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={texts.cancel}
        onClick={() => desk.store.send({ type: 'draft:changed', conversationId, draft: { text, note } })}
      />
    </p>
  )
}
