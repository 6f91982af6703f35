import { FormOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { gapsIn, nameVariable } from '../canned/canned-words.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Says what is still to be filled in before the reply can go. */
export function GapStrip({ text, onFind }: { readonly text: string; readonly onFind: () => void }) {
  const texts = useTexts()
  const gaps = gapsIn(text)
  if (gaps.length === 0) return null

  return (
    <p className="gap-strip" role="status">
      <FormOutlined aria-hidden="true" />
      {texts.compose.gapLeft(gaps.map((name) => nameVariable(name, texts)))}
      <Button type="link" size="small" onClick={onFind}>
        {texts.compose.gapFind}
      </Button>
    </p>
  )
}
