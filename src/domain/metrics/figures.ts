import { AppError } from '../errors.ts'
import type { Figure, FigureArea } from './figure.ts'
import { ASSIST_FIGURES } from './figures-assist.ts'
import { BOT_FIGURES } from './figures-bot.ts'
import { DESK_FIGURES } from './figures-desk.ts'
import { QUALITY_FIGURES } from './figures-quality.ts'
import { SALES_FIGURES } from './figures-sales.ts'

/** Every figure that there is, in the order in which it is shown. */
export const FIGURES: readonly Figure[] = [
  ...BOT_FIGURES,
  ...DESK_FIGURES,
  ...ASSIST_FIGURES,
  ...QUALITY_FIGURES,
  ...SALES_FIGURES,
]

export function figuresOf(area: FigureArea): readonly Figure[] {
  return FIGURES.filter((figure) => figure.area === area)
}

/** Throws `not_found`. */
export function getFigure(id: string): Figure {
  const figure = FIGURES.find((one) => one.id === id)
  if (!figure) throw new AppError('not_found')
  return figure
}
