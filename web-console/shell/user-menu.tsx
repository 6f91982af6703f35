import { BellOutlined, BulbOutlined, CheckOutlined, LogoutOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { thrownText } from '../net/refusal.ts'
import { signOut } from '../net/session.ts'
import { useTexts } from '../texts/use-texts.ts'
import { showAlertSettings } from './alert-dialog.tsx'
import { useDeskState } from './desk-context.tsx'
import { showShortcuts } from './shortcuts-sheet.tsx'
import { useSay } from './use-say.ts'
import { setTheme, THEME_CHOICES, useThemeChoice } from './use-theme.ts'

/** Who I am here, and what concerns only this browser. */
export function UserMenu() {
  const texts = useTexts()
  const me = useDeskState((state) => state.me)
  const items = useMenuItems()

  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="user" aria-label={`${texts.nav.menu}: ${me.name}`}>
        <span className="user-face" aria-hidden="true">
          {me.name.slice(0, 1)}
        </span>
        <span className="wide-only">{me.name}</span>
      </Button>
    </Dropdown>
  )
}

function useMenuItems() {
  const texts = useTexts()
  const say = useSay()
  const me = useDeskState((state) => state.me)
  const choice = useThemeChoice()
  const themes = THEME_CHOICES.map((key) => ({
    key,
    label: texts.theme[key],
    extra: key === choice ? <CheckOutlined /> : null,
    onClick: () => setTheme(key),
  }))
  const leave = () => void signOut().catch((thrown: unknown) => say.error(thrownText(texts, thrown)))
  return [
    { key: 'me', type: 'group' as const, label: `${me.name} · ${texts.roles[me.role]}` },
    { type: 'divider' as const },
    { key: 'alerts', icon: <BellOutlined />, label: texts.alerts.title, onClick: showAlertSettings },
    { key: 'theme', icon: <BulbOutlined />, label: texts.theme.label, children: themes },
    { key: 'keys', icon: <QuestionCircleOutlined />, label: texts.nav.shortcuts, extra: '?', onClick: showShortcuts },
    { type: 'divider' as const },
    { key: 'out', icon: <LogoutOutlined />, label: texts.nav.signOut, onClick: leave },
  ]
}
