import type { Locale } from '../localized-text.ts'

/** What attributes are called before people, and the facts of a product that stand beside them. */
const LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  material: { zh: '材质 / 成分', en: 'Material' },
  origin: { zh: '产地', en: 'Origin' },
  specs: { zh: '规格参数', en: 'Specifications' },
  usage: { zh: '使用方法', en: 'How to use' },
  care: { zh: '洗护与保存', en: 'Care' },
  warranty: { zh: '质保', en: 'Warranty' },
  shelf_life: { zh: '保质期', en: 'Shelf life' },
  suitable_for: { zh: '适合', en: 'Good for' },
  contents: { zh: '包装清单', en: 'In the box' },
  power: { zh: '功率', en: 'Power' },
  capacity: { zh: '容量', en: 'Capacity' },
  noise: { zh: '噪音', en: 'Noise' },
  runtime: { zh: '使用时长', en: 'Lasts' },
  weight: { zh: '重量', en: 'Weight' },
  dimensions: { zh: '尺寸', en: 'Dimensions' },
  net_content: { zh: '净含量', en: 'Net content' },
  texture: { zh: '质地', en: 'Texture' },
  skin_type: { zh: '适合肤质', en: 'Skin type' },
  waterproof: { zh: '防水', en: 'Water resistance' },
  uv_protection: { zh: '防晒指数', en: 'Sun protection' },
  season: { zh: '季节', en: 'Season' },
  thickness: { zh: '厚薄', en: 'Thickness' },
  stretch: { zh: '弹力', en: 'Stretch' },
  heel_height: { zh: '跟高', en: 'Heel' },
  sizing: { zh: '选码提示', en: 'Sizing' },
  sole: { zh: '鞋底', en: 'Sole' },
  restock: { zh: '补货', en: 'Restock' },
  colors: { zh: '颜色', en: 'Colours' },
  sizes: { zh: '尺码', en: 'Sizes' },
  size_table: { zh: '尺码表', en: 'Size table' },
  cut: { zh: '版型', en: 'Fit' },
  in_stock: { zh: '现货款式', en: 'In stock' },
}

/** Attributes that products of many shops have: answers may speak of them before the first product does. */
export const USUAL_ATTRIBUTES: readonly string[] = Object.keys(LABELS)

/** A key that has no label is shown as it is written, with spaces. */
export function attributeLabel(key: string, locale: Locale): string {
  return LABELS[key]?.[locale] ?? key.replaceAll('_', ' ')
}
