import { BlockList, isIP } from 'node:net'

/** Networks that are nobody's on the internet: one's own, this machine, the cloud's metadata, and what is reserved (RFC 6890). */
const INNER = new BlockList()
for (const network of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
]) {
  const [address = '', bits] = network.split('/')
  INNER.addSubnet(address, Number(bits), 'ipv4')
}
for (const network of ['2001:db8::/32', '2001::/23', '2002::/16', '3fff::/20']) {
  const [address = '', bits] = network.split('/')
  INNER.addSubnet(address, Number(bits), 'ipv6')
}
/** Of the sixth version only this part is given out to the internet at all. */
const OUTER = new BlockList()
OUTER.addSubnet('2000::', 3, 'ipv6')

/** Whether an address (not a name) lies in the internet, where anybody's server may be. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !INNER.check(address, 'ipv4')
  if (version !== 6) return false
  return OUTER.check(address, 'ipv6') && !INNER.check(address, 'ipv6')
}
