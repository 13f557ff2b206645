/** Requests of one address within a minute (an IPv6 network of 64 bits counts as one), by each process for itself. */
export type Limits = { readonly pagesPerMinute: number; readonly apiPerMinute: number };

/** A dashboard is some thirty requests. */
export const LIMITS: Limits = { pagesPerMinute: 600, apiPerMinute: 1_200 };

/** Of a payment. */
export const BODY_BYTES = 65_536;
/** Of an import, which goes to disk and not into memory. */
export const IMPORT_BYTES = 1_073_741_824;
/** Of a bank's return file, on disk too: some 160,000 titles. */
export const RETURN_BYTES = 67_108_864;
/** To send a whole request: an import of 1 GiB at 30 Mbit/s. */
export const REQUEST_TIMEOUT_MS = 300_000;
