import { parseArgs } from "node:util";
import { openDemo } from "./open-demo.ts";

const FOLDER = ".data/chat";
const PORT = "8090";

/** `npm run chat`: the local chat page, until it is stopped. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: FOLDER },
      port: { type: "string", default: PORT },
    },
  });
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const demo = await openDemo({ dataFolder: values.data, port: Number(values.port), print });
  print(`Acordo in a local Slack and Telegram: ${demo.address}`);
  print(`Its data stays in ${values.data}; delete that folder to start anew. Stop with Ctrl+C.`);
  await toldToStop();
  await demo.close();
}

const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

try {
  await main();
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The local chat page stopped: ${reason}\n`);
  process.exitCode = 1;
}
