import { LinkOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useLocation } from 'wouter'
import { Reading } from '../history/reading.tsx'
import { useCopyLink } from '../history/use-copy-link.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'

interface ConversationDrawerProps {
  readonly id: string
  readonly onClose: () => void
}

/** A conversation to read, beside whatever one was doing. */
export function ConversationDrawer({ id, onClose }: ConversationDrawerProps) {
  const texts = useTexts()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const copyLink = useCopyLink()
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title={texts.customer.conversations}
      extra={
        <>
          <Button type="text" icon={<LinkOutlined />} onClick={() => void copyLink(id)}>
            {texts.history.copyLink}
          </Button>
          <button type="button" className="text-button" onClick={() => navigate(`/?tab=archive&c=${id}`)}>
            {texts.customer.openOnDesk}
          </button>
        </>
      }
      classNames={{ body: 'drawer-transcript' }}
    >
      <Reading
        id={id}
        head={({ conversation }) => (
          <p className="drawer-when">
            {texts.status[conversation.status]} · {formatMoment(conversation.createdAt, locale)}
          </p>
        )}
      />
    </Drawer>
  )
}
