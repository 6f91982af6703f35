import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Tag } from 'antd'
import { useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'

interface TagEditorProps {
  readonly tags: readonly string[]
  readonly onSave: (tags: string[]) => Promise<boolean>
}

const MAX_TAGS = 20

export function TagEditor({ tags, onSave }: TagEditorProps) {
  return (
    <div className="tag-editor">
      {tags.map((tag) => (
        <Tag
          key={tag}
          closable
          onClose={(event) => {
            event.preventDefault()
            void onSave(tags.filter((one) => one !== tag))
          }}
        >
          {tag}
        </Tag>
      ))}
      {tags.length < MAX_TAGS ? <NewTag tags={tags} onSave={onSave} /> : null}
    </div>
  )
}

function NewTag({ tags, onSave }: TagEditorProps) {
  const { customer } = useTexts()
  const [draft, setDraft] = useState<string>()

  async function add(): Promise<void> {
    const tag = (draft ?? '').trim()
    setDraft(undefined)
    if (tag && !tags.includes(tag)) await onSave([...tags, tag])
  }

  if (draft === undefined) {
    return (
      <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => setDraft('')}>
        {customer.addTag}
      </Button>
    )
  }
  return (
    <Input
      size="small"
      className="tag-input"
      autoFocus
      maxLength={20}
      value={draft}
      aria-label={customer.addTag}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void add()}
      onKeyDown={(event) => event.key === 'Escape' && setDraft(undefined)}
      onPressEnter={(event) => void (event.nativeEvent.isComposing || add())}
    />
  )
}
