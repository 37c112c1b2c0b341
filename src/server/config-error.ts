/** A setting of the environment that cannot be used; the message is for the person who starts it. */
export class ConfigError extends Error {}
