import type { Locale } from '../localized-text.ts'

/** What the attributes of `docs/knowledge.md` are called before people. */
const LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  material: { zh: '材质', en: 'Material' },
  origin: { zh: '产地', en: 'Origin' },
  specs: { zh: '规格', en: 'Specifications' },
  usage: { zh: '用法', en: 'How to use' },
  care: { zh: '洗护', en: 'Care' },
  warranty: { zh: '保修', en: 'Warranty' },
  shelf_life: { zh: '保质期', en: 'Shelf life' },
  suitable_for: { zh: '适合', en: 'Suits' },
  contents: { zh: '包装清单', en: 'In the box' },
  power: { zh: '功率', en: 'Power' },
  capacity: { zh: '容量', en: 'Capacity' },
  noise: { zh: '噪音', en: 'Noise' },
  weight: { zh: '重量', en: 'Weight' },
  waterproof: { zh: '防水', en: 'Waterproof' },
  season: { zh: '季节', en: 'Season' },
  thickness: { zh: '厚薄', en: 'Thickness' },
  stretch: { zh: '弹力', en: 'Stretch' },
  sole: { zh: '鞋底', en: 'Sole' },
  restock: { zh: '补货', en: 'Restock' },
}

/** A key that has no label is shown as it is written, with spaces. */
export function attributeLabel(key: string, locale: Locale): string {
  return LABELS[key]?.[locale] ?? key.replaceAll('_', ' ')
}

export function knowsAttribute(key: string): boolean {
  return key in LABELS
}
