import type { Entity, EntityKind } from '../../src/domain/entities.ts'
import { createEntityReader, type EntityReader } from '../../src/understanding/entities/entity-reader.ts'

/** A Sunday afternoon in Shanghai. */
export const NOW = new Date('2026-11-22T06:30:00Z')
export const SHANGHAI = 'Asia/Shanghai'

export const reader: EntityReader = createEntityReader([
  { id: 'oxford-shirt', names: ['男士牛津纺衬衫', "Men's Oxford shirt", '牛津衬衫', '白衬衫', '衬衫'] },
  { id: 'linen-dress', names: ['亚麻衬衫连衣裙', 'Linen shirt dress', '连衣裙', '蓝裙子'] },
  { id: 'sun-jacket', names: ['轻薄防晒衣', 'Lightweight sun jacket', '防晒衣'] },
  { id: 'cotton-tee', names: ['纯棉基础T恤', 'Everyday cotton tee', 'T恤', 't-shirt'] },
  { id: 'canvas-shoes', names: ['低帮帆布鞋', 'Low-top canvas shoes', '帆布鞋', '板鞋', '球鞋'] },
  { id: 'running-shoes', names: ['缓震跑鞋', 'Cushioned running shoes', '跑鞋', '球鞋'] },
  { id: 'tea-box', names: ['江南茶礼盒', 'Tea gift box', '龙井', '茶叶'] },
  { id: 'kettle', names: ['玻璃养生壶', 'Glass health kettle'] },
])

export function read(text: string): readonly Entity[] {
  return reader.read(text, NOW, SHANGHAI)
}

export function readKind<K extends EntityKind>(kind: K, text: string): readonly (Entity & { kind: K })[] {
  return read(text).filter((entity): entity is Entity & { kind: K } => entity.kind === kind)
}
