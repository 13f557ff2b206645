import type { InvoiceId } from "#core/ids.ts";

/** Longest txid of a static Pix code (BR Code manual, field 62-05). */
const MAX_TXID = 25;
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK = 0xffff_ffff_ffff_ffffn;

/**
 * What comes back with a Pix payment of the invoice: its id where that is letters and digits already, else what of it
 * are ones with 64 bits of a hash (FNV-1a) behind, so that "12-3" and "1-23" differ. The hash begins after an X.
 */
export function txidOf(invoice: InvoiceId): string {
  if (/^[A-Za-z0-9]{1,25}$/.test(invoice)) return invoice;
  const hash = `X${fnv1a(invoice).toString(36).toUpperCase().padStart(13, "0")}`;
  return invoice.replace(/[^A-Za-z0-9]/g, "").slice(0, MAX_TXID - hash.length) + hash;
}

function fnv1a(text: string): bigint {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK;
  }
  return hash;
}
