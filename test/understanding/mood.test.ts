import { describe, expect, it } from 'vitest'
import { detectMood, threatensLaw, wantsPerson } from '../../src/understanding/mood.ts'
import { normalise } from '../../src/understanding/text/normalise.ts'

describe('detectMood', () => {
  it.each([
    '你们这是什么垃圾店',
    '氣死我了',
    '你们就是骗子',
    '太过分了吧！！！',
    '什么破客服',
    '耍我呢是吧',
    '客服这什么态度',
    'this is ridiculous',
    'WTF is going on',
    'worst shop ever',
    "you're all liars",
    'I am so angry right now',
    'I am fed up with waiting',
    'stupid app keeps crashing',
  ])('hears anger in %j', (text) => {
    expect(detectMood(normalise(text))).toBe('angry')
  })

  it.each([
    'SB 客服',
    '你们都是傻逼吗',
    '煞笔商家 滚',
    '滚蛋吧你',
    '你他妈的到底发不发',
    '去死吧',
    '脑残客服',
    '你们是不是有病吧',
    '廢物客服',
    '狗东西 还我钱',
    'fuck you',
    'you idiots lost my parcel',
    'go to hell',
    'what a bunch of morons',
    'stupid bot',
    'shut up',
  ])('hears abuse in %j', (text) => {
    expect(detectMood(normalise(text))).toBe('abusive')
  })

  it.each([
    '急死了',
    '好担心啊',
    '快递三天没动 怎么办啊',
    '明天急用',
    '会不会丢了',
    '我怕赶不上婚礼',
    '是不是被骗了',
    '不会弄丢了吧',
    '好焦慮',
    '等着用 麻烦快点',
    '怕收不到',
    "i'm so worried about my parcel",
    'please help urgently',
    'getting really anxious',
    'i am panicking',
    'oh no wrong address',
  ])('hears worry in %j', (text) => {
    expect(detectMood(normalise(text))).toBe('worried')
  })

  it.each([
    '帮我取消订单',
    'cancel my order please',
    'hurry up please',
    '收到就坏了',
    '我要投诉',
    '滚筒洗衣机能放吗',
    '垃圾袋有大号的吗',
    'usb 接口的有吗',
    '送给他妈妈的 包装好看点',
    '打个八折不过分吧',
    '接到个骗子电话说要退款',
    'is this call a scam',
    'do you sell garbage bags',
    '袋子破了',
    '我真是傻逼 地址写错了',
    "i'm such an idiot, wrong size",
    '去死皮的有吗',
    '不用担心 慢慢来',
    '不着急 不急用',
    '怕热能穿吗',
    '这个怕水吗',
    "don't worry about it",
    'no worries',
    'not urgent',
    '原来还担心踩雷 结果很好',
  ])('hears no feeling in %j', (text) => {
    expect(detectMood(normalise(text))).toBe('calm')
  })

  it('hears the strongest feeling', () => {
    expect(detectMood(normalise('急死了 你们这垃圾店'))).toBe('angry')
    expect(detectMood(normalise('垃圾店 傻逼客服 急死了'))).toBe('abusive')
  })
})

describe('threatensLaw', () => {
  it.each([
    '我打12315了',
    '投诉到工商',
    '我要去消协投诉',
    '我要起诉你们',
    '等着收律师函吧',
    '走法律途径',
    '咱们法院见',
    '我已经找律师了',
    '告你们',
    '我要报警了',
    '市監局見',
    '不退就打官司',
    "i'll sue you",
    'see you in court',
    'my lawyer will contact you',
    'filing a chargeback today',
    'i will take you to small claims',
    'reporting you to trading standards',
    'going to the BBB',
    'i am taking legal action',
  ])('hears it in %j', (text) => {
    expect(threatensLaw(normalise(text))).toBe(true)
  })

  it.each([
    '律师袍有吗',
    '地址是法院对面',
    '告诉你们一声',
    '告你们一声 地址换了',
    '我要投诉',
    '烟雾报警器多少钱',
    '工商银行能付吗',
    '有质检报告吗',
    '劳动仲裁去哪里申请',
    'my name is Sue',
    'send it to Sue',
    'tennis court shoes',
    'do you have a lawyer costume',
    'i issue invoices myself',
    'can i get that charge back',
  ])('hears none in %j', (text) => {
    expect(threatensLaw(normalise(text))).toBe(false)
  })
})

describe('wantsPerson', () => {
  it.each([
    '转人工',
    '轉人工',
    '人工',
    '人工客服在吗',
    '帮我转接人工谢谢',
    '我要找真人',
    '给我换个真人',
    '别跟我说话机器人 换个人',
    '我不想跟机器人聊 给我换个真人',
    '找个活人跟我说',
    '叫你们经理来',
    '能不能转人工',
    '转人公',
    'zhuan rengong',
    'talk to a human',
    'I want to speak to a real person',
    'agent please',
    'representative',
    'can you put me through to someone',
    'let me speak to your manager',
    'get me a live person',
    "I don't want to talk to a bot, get me a human",
  ])('hears it in %j', (text) => {
    expect(wantsPerson(normalise(text))).toBe(true)
  })

  it.each([
    '人工费多少',
    '人工智能音箱有吗',
    '是不是真人',
    '你是真人吗',
    '真人实拍吗',
    '人工成本太高了',
    '你们客服几点上班',
    '人工客服几点上班',
    '不用转人工',
    '别给我转人工',
    '有没有真人图',
    '想看真人穿的',
    '你是ai客服还是人工客服',
    '换个人收货可以吗',
    'is it a good cleaning agent',
    'are you a real person',
    'am I talking to a human or a machine',
    'human hair wig',
    'no need to transfer me to an agent',
    'your agent was rude',
    'my real estate agent will sign for it',
    'do you need a customer service agent, remote',
  ])('hears none in %j', (text) => {
    expect(wantsPerson(normalise(text))).toBe(false)
  })
})
