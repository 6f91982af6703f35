import { useEffect, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { useDeskState } from './desk-context.tsx'

const PATIENCE = 1500

/** Says that we are offline, once it lasts: a blink of the network is nobody's business. */
export function ConnectionBanner() {
  const texts = useTexts()
  const connection = useDeskState((state) => state.connection)
  const [shown, setShown] = useState(false)

  useEffect(() => {
    if (connection === 'online') {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [connection])

  return (
    <div className="connection" role="status" hidden={!shown}>
      {shown ? (connection === 'offline' ? texts.offlineBanner : texts.connectingBanner) : ''}
    </div>
  )
}
