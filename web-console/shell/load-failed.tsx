import { CloudOutlined, LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Refusal, thrownText } from '../net/refusal.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Blank } from './blank.tsx'

interface LoadFailedProps {
  readonly thrown?: unknown
  readonly onRetry: () => void
}

/** A failed load with a way on; a missing right is said kindly instead. */
export function LoadFailed({ thrown, onRetry }: LoadFailedProps) {
  const texts = useTexts()
  if (thrown instanceof Refusal && thrown.status === 403) {
    return <Blank icon={<LockOutlined />} title={texts.settings.forbiddenTitle} hint={texts.settings.forbidden} />
  }
  return (
    <Blank
      icon={<CloudOutlined />}
      title={texts.loadFailed}
      hint={thrown === undefined ? '' : thrownText(texts, thrown)}
    >
      <Button onClick={onRetry}>{texts.retry}</Button>
    </Blank>
  )
}
