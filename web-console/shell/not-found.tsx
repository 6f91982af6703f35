import { CompassOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLocation } from 'wouter'
import { useTexts } from '../texts/use-texts.ts'
import { Blank } from './blank.tsx'

export function NotFound() {
  const texts = useTexts()
  const [, navigate] = useLocation()
  return (
    <main className="page">
      <Blank icon={<CompassOutlined />} title={texts.notFound} heading>
        <Button type="primary" onClick={() => navigate('/')}>
          {texts.toDesk}
        </Button>
      </Blank>
    </main>
  )
}
