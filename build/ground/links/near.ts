import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks of this machine and around it. @see RFC 6890 */
const near = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(network, bits, 'ipv4')
near.addSubnet('::', 127, 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

const isNear = (address: string) => near.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** Tells of an address that, as it is written, only this machine or its network has: it is never asked. */
export function leadsNear(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, '')
  return isIP(host) === 0 ? /^[^.]+$|\.(?:localhost|local|internal|lan)$/.test(host) : isNear(host)
}

/** Finds the addresses that a connection goes to. Fails with the code `NEAR` for a name that leads to this machine or its network. */
export const lookupFar: LookupFunction = (host, options, callback) =>
  lookup(host, { ...options, all: true }, (fault, addresses) => {
    const [first] = addresses ?? []
    const isFar = first !== undefined && !addresses.some(({ address }) => isNear(address))
    if (!isFar) callback(fault ?? Object.assign(new Error(`${host} is near`), { code: 'NEAR' }), '')
    else if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
