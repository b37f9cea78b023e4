/** A host that does not exist: nothing can be fetched but what the tab answers itself. */
export const origin = 'http://kit.invalid/'
