import {
  BellOutlined,
  BulbOutlined,
  CheckOutlined,
  LogoutOutlined,
  QuestionCircleOutlined,
  SoundOutlined,
} from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { thrownText } from '../net/refusal.ts'
import { signOut } from '../net/session.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useDeskState } from './desk-context.tsx'
import { setPreferred, usePreference } from './preferences.ts'
import { showShortcuts } from './shortcuts-sheet.tsx'
import { ring } from './sound.ts'
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
  const [sound, desktop] = useAlerts()
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
    { key: 'sound', icon: <SoundOutlined />, label: texts.sound, ...sound },
    { key: 'desktop', icon: <BellOutlined />, label: texts.desktop, ...desktop },
    { key: 'theme', icon: <BulbOutlined />, label: texts.theme.label, children: themes },
    { key: 'keys', icon: <QuestionCircleOutlined />, label: texts.nav.shortcuts, extra: '?', onClick: showShortcuts },
    { type: 'divider' as const },
    { key: 'out', icon: <LogoutOutlined />, label: texts.nav.signOut, onClick: leave },
  ]
}

/** The two switches of this browser: a tick where they are on, and what a click does. */
function useAlerts() {
  const texts = useTexts()
  const say = useSay()
  const sound = usePreference('sound')
  const desktop = usePreference('desktop')
  const tick = (on: boolean) => (on ? <CheckOutlined /> : null)

  async function toggleDesktop(): Promise<void> {
    if (desktop) return setPreferred('desktop', false)

    const granted = 'Notification' in window && (await Notification.requestPermission()) === 'granted'
    if (granted) setPreferred('desktop', true)
    else say.warning(texts.desktopRefused)
  }

  function toggleSound(): void {
    setPreferred('sound', !sound)
    // Heard at once, and the browser learns from the click that sound is wanted.
    if (!sound) ring()
  }

  return [
    { extra: tick(sound), onClick: toggleSound },
    { extra: tick(desktop), onClick: () => void toggleDesktop() },
  ] as const
}
