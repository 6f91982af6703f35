/**
 * English words that split into pinyin syllables from end to end; whoever types them means the English.
 * Collected from the training parts of BANKING77, CLINC150, HWU64 and Bitext and from words that shops use.
 */
const WORDS = `
  ai an anyone bake balance ban banana bane bang base bike bin buying cake came can canada canceling cancelling care case
  chance change chase cheque china chinese courier cuisine dance damage data date decide delete deleting deli demanding
  den dice die dime dining entire face fake fan fence fine fun future game gang gate gene guarantee guide gun hang hare
  hate he hen here hire house human lake landing lane language late leggings lie like lime line linen lining long longer
  machine made make male man manage mane mate me mean media medicine men menu mile mine minute mobile mode more mute name
  nice nike nine nude page paid pale pan paying pen pending pie piece pin pine pure ran rang range rate rebate reduce
  refuse remaining remote rename resume rice ride ripe rise rose route rude rule rules run running sale same sane sang saying
  secure seen sending sense set shade shape share she shine shun side site size song suede sun sure take taken tale tan tanning
  taxi tide tie tier tile time tire tuna tune waiting wake wan wanting warehouse wide women wore you youre yours
`

export const ENGLISH_LOOK_ALIKES: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
