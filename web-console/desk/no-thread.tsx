import { CommentOutlined } from '@ant-design/icons'
import { Blank } from '../shell/blank.tsx'
import { useTexts } from '../texts/use-texts.ts'

export function NoThread() {
  const texts = useTexts()
  return (
    <section className="no-thread">
      <Blank icon={<CommentOutlined />} title={texts.empty.thread} hint={texts.empty.threadHint} />
    </section>
  )
}
