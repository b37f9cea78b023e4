/** Two tabs on one kit tell each other. @param onOther called when there is another one */
export function tellOtherTabs(kit: string, onOther: () => void): { saved(): void } {
  const channel = new BroadcastChannel(`atelier ${kit}`)
  channel.addEventListener('message', ({ data }) => {
    onOther()
    if (data === 'ouvert') channel.postMessage('aussi')
  })
  channel.postMessage('ouvert')
  return { saved: () => channel.postMessage('enregistre') }
}
