import { parseArgs } from "node:util";
import { runBench } from "./bench.ts";
import { openBenchServer } from "./bench-database.ts";
import { measurePictures } from "./charts.ts";
import { measureDocuments } from "./documents.ts";
import { measureImport } from "./import.ts";
import { asTable, isMet } from "./measurement.ts";
import { INVOICES_A_CUSTOMER } from "./provider.ts";
import { measureReturns } from "./returns.ts";

/** npm run bench [-- --customers N]: ratios against floors of the same run; fails when a bound is missed. */
const { values } = parseArgs({ options: { customers: { type: "string", default: "100000" } } });
const customers = Number(values.customers);
if (!Number.isInteger(customers) || customers < 100) {
  throw new Error("--customers expects a whole number of at least 100");
}

const server = await openBenchServer();
try {
  const measurements = [
    ...(await server.onDatabase((connection) =>
      runBench(connection, { customers, say: console.log }),
    )),
    await server.onDatabase((connection) =>
      measureImport(connection, customers * INVOICES_A_CUSTOMER),
    ),
    ...(await measurePictures()),
    ...(await measureDocuments()),
    ...(await measureReturns({ megabytes: 200 })),
  ];
  console.log(`\n${asTable(measurements)}`);
  if (!measurements.every(isMet)) process.exitCode = 1;
} finally {
  await server.close();
}
