import { useTexts } from '../texts/use-texts.ts'

/** Only tiers that should change how an agent acts are worth the space. */
export function TierTag({ tier, always = false }: { readonly tier: string; readonly always?: boolean }) {
  const texts = useTexts()
  const label = (texts.tier as Record<string, string>)[tier]
  if (!label || (!always && tier !== 'vip' && tier !== 'key')) return null

  return <i className={`tier tier-${tier}`}>{label}</i>
}
