import { SaveOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { gapsIn } from './canned-words.ts'
import { ReplyDialog } from './reply-dialog.tsx'

/** Keeps what has just been written well. */
export function SaveCannedButton({ text: typed }: { readonly text: string }) {
  const { canned } = useTexts()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const words = typed.trim()
  if (words === '' || words.startsWith('/') || gapsIn(words).length > 0) return null

  const text = /\p{Script=Han}/u.test(words) ? { zh: words } : { en: words }
  return (
    <>
      <Tooltip title={canned.saveAs}>
        <Button
          type="text"
          className="tool"
          icon={<SaveOutlined />}
          aria-label={canned.saveAs}
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      {open ? (
        <ReplyDialog
          draft={{ scope: 'personal', folder: '', code: '', title: '', messages: [{ kind: 'text', text }] }}
          onClose={() => setOpen(false)}
          onSaved={({ code }) => {
            setOpen(false)
            say.success(canned.saved(code))
          }}
        />
      ) : null}
    </>
  )
}
