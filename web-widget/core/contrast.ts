export type Rgb = readonly [number, number, number]

const ENOUGH = 4.5

/** `#rrggbb`, or the short `#rgb`. */
export function parseHex(colour: string): Rgb | undefined {
  const wide = colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  const value = /^#[\da-f]{6}$/i.test(wide) && Number(`0x${wide.slice(1)}`)
  return value === false ? undefined : [value >> 16, (value >> 8) & 255, value & 255]
}

function toLuminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) =>
    value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function toContrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [toLuminance(one), toLuminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** White where it can be read on the accent, else a near-black. */
export function toTextOn(accent: Rgb): string {
  return 1.05 / (toLuminance(accent) + 0.05) >= ENOUGH ? '#fff' : '#1c1410'
}

/** The accent, moved towards white or black just far enough to be readable as text on the surface. */
export function toInkOn(surface: Rgb, accent: Rgb): string {
  const goal = toLuminance(surface) > 0.3 ? 0 : 255
  for (let step = 0; step < 20; step += 1) {
    const ink = accent.map((value) => Math.round(value + ((goal - value) * step) / 20)) as unknown as Rgb
    if (toContrast(surface, ink) >= ENOUGH) return `rgb(${ink.join(',')})`
  }
  return goal ? '#fff' : '#000'
}
