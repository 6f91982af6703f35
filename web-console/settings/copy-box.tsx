import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'

/** A text to take away. Where the clipboard is closed (plain http), it is selected instead. */
export function CopyBox({ text }: { readonly text: string }) {
  const texts = useTexts()
  const code = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(false)

  async function copy(): Promise<void> {
    if (code.current) window.getSelection()?.selectAllChildren(code.current)
    const done = navigator.clipboard
      ? await navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      : false
    // The only way on plain http: old, but every browser still has it.
    setCopied(done || document.execCommand('copy'))
    setTimeout(() => setCopied(false), 2000)
  }

  return (
    <div className="copy-box">
      <code ref={code}>{text}</code>
      <Button icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>
        {copied ? texts.copied : texts.copy}
      </Button>
    </div>
  )
}
