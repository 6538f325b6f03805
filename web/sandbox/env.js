/**
 * Owns the type of what every handler finds in its context.
 *
 * @import { HttpBindings } from '@hono/node-server'
 */

/**
 * `incoming` and `outgoing` are Node's own; `body` is the request's body, once received.
 *
 * @typedef {{ Bindings: HttpBindings, Variables: { body: string } }} Env
 */

export {};
