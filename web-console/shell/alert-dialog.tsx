import { CustomerServiceOutlined } from '@ant-design/icons'
import { Button, Modal, Slider, Switch, Tooltip } from 'antd'
import { useEffect, useState } from 'react'
import { ALERTS, type Alert } from '../live/alerts.ts'
import { useTexts } from '../texts/use-texts.ts'
import { setAlert, setVolume, useAlertSettings } from './alerts.ts'
import { ring } from './sound.ts'

const SHOW = 'xiaoer:alerts'

export function showAlertSettings(): void {
  window.dispatchEvent(new Event(SHOW))
}

/** 通知设置: what may ring, what may appear on the desktop, and how loud. */
export function AlertDialog() {
  const { alerts } = useTexts()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener(SHOW, show)
    return () => window.removeEventListener(SHOW, show)
  }, [])

  return (
    <Modal title={alerts.title} open={open} onCancel={() => setOpen(false)} footer={null} width={440} destroyOnHidden>
      <AlertForm />
    </Modal>
  )
}

function AlertForm() {
  const { alerts } = useTexts()
  const [permission, ask] = usePermission()
  return (
    <div className="alerts">
      <p className="alerts-intro">{alerts.intro}</p>
      <Volume />
      <Permission permission={permission} onAsk={ask} />
      <table>
        <thead>
          <tr>
            <th scope="col">{alerts.event}</th>
            <th scope="col">{alerts.sound}</th>
            <th scope="col">{alerts.desktop}</th>
            <th scope="col">
              <span className="sr-only">{alerts.listen}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ALERTS.map((alert) => (
            <AlertRow key={alert} alert={alert} mayShow={permission === 'granted'} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AlertRow({ alert, mayShow }: { readonly alert: Alert; readonly mayShow: boolean }) {
  const { alerts } = useTexts()
  const { of, volume } = useAlertSettings()
  const name = alerts.events[alert]
  const { sound, desktop } = of[alert]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Switch
          size="small"
          checked={sound}
          aria-label={alerts.soundOf(name)}
          onChange={(on) => setAlert(alert, { sound: on })}
        />
      </td>
      <td>
        <Switch
          size="small"
          checked={desktop && mayShow}
          disabled={!mayShow}
          aria-label={alerts.desktopOf(name)}
          onChange={(on) => setAlert(alert, { desktop: on })}
        />
      </td>
      <td>
        <Tooltip title={alerts.listen}>
          <Button
            type="text"
            size="small"
            icon={<CustomerServiceOutlined />}
            aria-label={alerts.listenTo(name)}
            onClick={() => ring(alert, volume)}
          />
        </Tooltip>
      </td>
    </tr>
  )
}

function Volume() {
  const { alerts } = useTexts()
  const { volume } = useAlertSettings()
  return (
    <div className="alerts-volume">
      <span>{alerts.volume}</span>
      <Slider
        value={volume}
        step={5}
        ariaLabelForHandle={alerts.volume}
        onChange={setVolume}
        onChangeComplete={(loud) => ring('message', loud)}
      />
    </div>
  )
}

type Allowed = NotificationPermission | 'unsupported'

/** The browser is asked only when somebody has clicked. */
function usePermission(): readonly [Allowed, () => void] {
  const [permission, setPermission] = useState<Allowed>(
    'Notification' in window ? Notification.permission : 'unsupported',
  )
  const ask = () => void Notification.requestPermission().then(setPermission)
  return [permission, ask]
}

function Permission({ permission, onAsk }: { readonly permission: Allowed; readonly onAsk: () => void }) {
  const { alerts } = useTexts()
  if (permission === 'granted') return null

  return (
    <div className="alerts-permission">
      {permission === 'default' ? (
        <>
          <Button size="small" type="primary" ghost onClick={onAsk}>
            {alerts.allow}
          </Button>
          <small>{alerts.allowHint}</small>
        </>
      ) : (
        <small>{permission === 'denied' ? alerts.refused : alerts.unsupported}</small>
      )}
    </div>
  )
}
