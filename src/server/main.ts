import { hasMemoryGivenBack } from './memory-given-back.ts'

// What the desk is made of is read once the process is the one that stays.
if (hasMemoryGivenBack()) await import('./start.ts')
