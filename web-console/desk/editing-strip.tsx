import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'

/** Says which suggestion the text in the composer came from, and can cut the tie. */
export function EditingStrip({ conversationId }: { readonly conversationId: string }) {
  const texts = useTexts()
  const desk = useDesk()
  const draft = useDeskState((state) => state.drafts[conversationId])
  if (!draft?.editing) return null

  const { editing, text, note } = draft
  return (
    <p className="editing">
      {texts.suggest.editing(editing.title)}
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
