import { describe, expect, it } from 'vitest'
import { NOW, read, reader, readKind, SHANGHAI } from './entities-reading.ts'

/** Today is Sunday 2026-11-22, 14:30 in Shanghai. */
describe('days', () => {
  it.each([
    ['今天能发吗', '2026-11-22'],
    ['大后天到吗', '2026-11-25'],
    ['前天买的', '2026-11-20'],
    ['大前天', '2026-11-19'],
    ['上周五买的', '2026-11-13'],
    ['下周一能到吗', '2026-11-23'],
    ['周五之前能到吗', '2026-11-27'],
    ['周五买的', '2026-11-20'],
    ['问一下周五能到吗', '2026-11-27'],
    ['11月11号买的', '2026-11-11'],
    ['十一月十一号', '2026-11-11'],
    ['12月5日能到吗', '2026-12-05'],
    ['2026-11-20', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['双十一买的', '2026-11-11'],
    ['黑五有活动吗', '2026-11-27'],
    ['3天前', '2026-11-19'],
    ['三天前下的单', '2026-11-19'],
    ['两个星期前', '2026-11-08'],
    ['一个月前', '2026-10-22'],
    ['20号下的单', '2026-11-20'],
    ['5号能到吗', '2026-12-05'],
    ['上个月20号', '2026-10-20'],
    ['圣诞节前能到吗', '2026-12-25'],
    ['by this friday', '2026-11-27'],
    ['2 days ago', '2026-11-20'],
    ['a week ago', '2026-11-15'],
    ['bought it yesterday', '2026-11-21'],
    ['the day before yesterday', '2026-11-20'],
    ['i ordered on monday', '2026-11-16'],
    ['will it come before friday', '2026-11-27'],
    ['last thursday', '2026-11-19'],
    ['ordered on nov 11', '2026-11-11'],
    ['by the 5th', '2026-12-05'],
    ['black friday', '2026-11-27'],
    ['before christmas', '2026-12-25'],
  ])('reads %j as %s', (text, day) => {
    expect(readKind('time', text).map(({ from, until }) => [from, until])).toEqual([[day, day]])
  })

  it.each([
    ['上周', '2026-11-09', '2026-11-15'],
    ['这周末', '2026-11-21', '2026-11-22'],
    ['上个月', '2026-10-01', '2026-10-31'],
    ['月底前', '2026-11-25', '2026-11-30'],
    ['下个月初', '2026-12-01', '2026-12-07'],
    ['三月买的', '2026-03-01', '2026-03-31'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['next month', '2026-12-01', '2026-12-31'],
    ['end of the month', '2026-11-25', '2026-11-30'],
    ['昨晚八点', '2026-11-21T20:00', '2026-11-21T20:00'],
    ['昨天晚上8点半', '2026-11-21T20:30', '2026-11-21T20:30'],
    ['明天下午', '2026-11-23T12:00', '2026-11-23T17:59'],
    ['今晚十二点', '2026-11-23T00:00', '2026-11-23T00:00'],
    ['下午3点前付款', '2026-11-22T15:00', '2026-11-22T15:00'],
    ['3小时前', '2026-11-22T11:30', '2026-11-22T11:30'],
    ['今天16:20', '2026-11-22T16:20', '2026-11-22T16:20'],
    ['yesterday at 8pm', '2026-11-21T20:00', '2026-11-21T20:00'],
    ['tomorrow morning', '2026-11-23T06:00', '2026-11-23T11:59'],
    ['last night', '2026-11-21T18:00', '2026-11-21T23:59'],
    ['2 hours ago', '2026-11-22T12:30', '2026-11-22T12:30'],
  ])('reads the stretch of %j', (text, from, until) => {
    expect(readKind('time', text).map((one) => [one.from, one.until])).toEqual([[from, until]])
  })

  it.each([
    '7天无理由',
    '签收7天后还能退吗',
    '早一点发',
    '周一到周五几点上班',
    '9点到18点',
    '马上周转',
    '售后天天排队',
    '提前天数',
    '一周一次',
    '每周五上新',
    '有3点问题',
    '8号楼',
    '5号电池',
    '中山路12号',
    '开会开了两个月',
    'may i return it',
    'two sun jackets',
    'he sat on it',
    'monday to friday',
    'between 9am and 5pm',
    'just a second',
    '16:9的屏幕',
    '31月5日',
  ])('takes nothing in %j for one', (text) => {
    expect(readKind('time', text)).toEqual([])
  })
})

it.each([
  ['2026-11-22T20:00:00Z', 'Asia/Shanghai', '2026-11-23'],
  ['2026-11-22T20:00:00Z', 'America/New_York', '2026-11-22'],
  ['2026-11-22T02:00:00Z', 'America/Los_Angeles', '2026-11-21'],
  ['2026-11-22T12:00:00Z', 'Pacific/Kiritimati', '2026-11-23'],
  ['2026-12-31T16:00:00Z', 'Asia/Shanghai', '2027-01-01'],
])('reads 今天 at %s in %s as %s', (now, timeZone, day) => {
  expect(reader.read('今天', new Date(now), timeZone)).toEqual([{ kind: 'time', text: '今天', from: day, until: day }])
})

it('counts days on the calendar where a clock is put back', () => {
  const afterTheChange = new Date('2026-11-01T12:00:00Z')

  const [found] = reader.read('yesterday', afterTheChange, 'America/New_York')

  expect(found).toMatchObject({ from: '2026-10-31', until: '2026-10-31' })
})

it('reads the same words at the same moment alike', () => {
  expect(reader.read('上周五 3小时前', NOW, SHANGHAI)).toEqual(read('上周五 3小时前'))
})
