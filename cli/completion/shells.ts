import bash from './utlys.bash?raw'
import fish from './utlys.fish?raw'
import zsh from './utlys.zsh?raw'

/** What each shell reads to complete the words of `utlys`. */
export const scripts = {bash, zsh, fish}

export type Shell = keyof typeof scripts

export const shells = Object.keys(scripts) as Shell[]
