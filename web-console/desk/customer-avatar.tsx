import { UserOutlined } from '@ant-design/icons'
import { useTexts } from '../texts/use-texts.ts'

interface CustomerAvatarProps {
  readonly customer: { readonly id: string; readonly name: string }
  readonly unread?: number
  readonly large?: boolean
}

const HUES = 6

function hueOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return sum % HUES
}

/** A quiet coloured initial, the same for a customer everywhere. */
export function CustomerAvatar({ customer, unread = 0, large = false }: CustomerAvatarProps) {
  const texts = useTexts()
  return (
    <span className={`avatar hue-${hueOf(customer.id)}${large ? ' large' : ''}`}>
      {customer.name ? customer.name.slice(0, 1) : <UserOutlined />}
      {unread > 0 ? (
        <span className="unread">
          <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
          <span className="sr-only">{texts.row.unread(unread)}</span>
        </span>
      ) : null}
    </span>
  )
}
