/** What a delivery of the platform says. */
export interface Delivery {
  /** The shared secret that it carries. */
  readonly secret: string;
  /** Addresses of resources that may have changed; none for a test delivery. */
  readonly changed: readonly string[];
}

/**
 * Deliveries that the platform posts when something changes. Over HTTP, and only where the secret is set, the server takes
 * them, drops what it remembers, and tells clients that listen which resources to read again.
 */
export interface WebhookSpec {
  /** Name of the credential that holds the secret; it should be `optional`. */
  readonly credential: string;
  /** Reads a body; `undefined` when it is no delivery of this platform. */
  readonly read: (body: unknown) => Delivery | undefined;
}
