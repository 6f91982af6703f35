import { FRAME_CSS } from './css/frame-css.ts'
import { HOME_CSS } from './css/home-css.ts'
import { PARTS_CSS } from './css/parts-css.ts'
import { PRODUCT_CSS } from './css/product-css.ts'

/** The stylesheet, served at `/shop.css`. */
export const SHOP_CSS = [FRAME_CSS, PARTS_CSS, HOME_CSS, PRODUCT_CSS].join('\n')
