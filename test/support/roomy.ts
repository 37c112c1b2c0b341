/** For processes of tests: they make much that is soon let go, and sweeping a small room takes a tenth of their time. */
export const ROOMY = ['--max-semi-space-size=32']
