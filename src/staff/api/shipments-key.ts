/** What is known of the desk's shipments: couriers' acts and the carriers' both make it old. */
export const SHIPMENTS = ['shipments'] as const;
