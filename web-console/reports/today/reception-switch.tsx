import { Segmented, Tooltip } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ReceptionView } from '../../../src/protocol/console.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useDesk, useDeskState } from '../../shell/desk-context.tsx'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'

const WAYS = {
  auto: { mode: 'auto', first: 'bot' },
  assist: { mode: 'assist' },
  people: { mode: 'auto', first: 'agent' },
} as const
type Way = keyof typeof WAYS

/** 全自动 / 辅助 / 人工优先: the same switch as in the settings, at hand. */
export function ReceptionSwitch() {
  const texts = useTexts()
  const { first } = texts.figures
  const desk = useDesk()
  const say = useSay()
  const reception = useDeskState((state) => state.reception)
  const [busy, setBusy] = useState(false)
  if (!reception) return null

  async function change(way: Way): Promise<void> {
    setBusy(true)
    try {
      const changed = await request<ReceptionView>('PUT', '/api/v1/reception', WAYS[way])
      desk.store.send({ type: 'reception:changed', reception: changed })
      say.success(first.changed)
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    } finally {
      setBusy(false)
    }
  }

  const here = wayOf(reception)
  return (
    <fieldset className="reception-switch" aria-label={first.reception}>
      <Segmented
        disabled={busy}
        value={here ?? ''}
        options={(Object.keys(WAYS) as Way[]).map((way) => ({
          value: way,
          label: <Tooltip title={first.modeHints[way]}>{first.modes[way]}</Tooltip>,
        }))}
        onChange={(way) => void change(way as Way)}
      />
      {here ? null : <Link to="/settings/reception">{first.split}</Link>}
    </fieldset>
  )
}

function wayOf({ mode, first }: ReceptionView): Way | undefined {
  if (mode === 'assist') return 'assist'
  return first === 'split' ? undefined : first === 'agent' ? 'people' : 'auto'
}
