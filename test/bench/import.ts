import type { Connection } from "#db/client.ts";
import { benchImport } from "./import-bench.ts";
import { type Measurement, speedOf } from "./measurement.ts";

/** Wants a database without customers, since an import's first run is what a COPY is compared with. */
export async function measureImport({ sql }: Connection, invoices: number): Promise<Measurement> {
  const { importSeconds, copySeconds } = await benchImport(sql, invoices);
  return speedOf("import of invoices, against COPY", {
    measuredMs: importSeconds * 1000,
    floorMs: copySeconds * 1000,
    atLeast: 0.25,
  });
}
