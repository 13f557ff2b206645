import { Buffer } from "node:buffer";
import { shell } from "#bot/cli/main.ts";
import { run } from "#bot/cli/run.ts";
import type { Shell } from "#bot/cli/services.ts";
import { parseConfig } from "#bot/config.ts";

export type Outcome = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The document of `--json`. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it as a caller's script would
  readonly json: any;
};

type World = Partial<Shell> & {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
};

/** Carries out command lines in this process, as the program would, with standard streams of their own. */
export const commandLine =
  (base: World = {}) =>
  async (words: string | readonly string[], world: World = {}): Promise<Outcome> => {
    const { env = {}, input = "", ...parts } = { ...base, ...world };
    const said = { stdout: "", stderr: "" };
    const code = await run(typeof words === "string" ? words.split(" ") : words, {
      ...shell,
      config: () => parseConfig(env),
      stdin: () => chunksOf(input),
      ...parts,
      stdout: (text) => {
        said.stdout += text;
      },
      stderr: (text) => {
        said.stderr += text;
      },
    });
    return {
      code,
      ...said,
      get json() {
        return JSON.parse(said.stdout);
      },
    };
  };

async function* chunksOf(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof input === "string" ? Buffer.from(input) : input;
}

export const ndjson = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

export const TODAY = "2026-11-24";

/** What a provider has before its customers: a ladder at 10 days, lists to choose from, two operators. */
export const PROVIDER = [
  { type: "category", id: "K1", name: "Atraso" },
  { type: "ledgerUnit", id: "U1", code: "4.1.1", name: "Acréscimos" },
  { type: "paymentProfile", id: "P1", name: "Principal", bank: "001" },
  {
    type: "ladder",
    id: "L1",
    name: "Padrão",
    steps: [{ day: 10, action: "forward_to_collections" }],
  },
  { type: "operator", id: "ana", name: "Ana", role: "operator" },
  { type: "operator", id: "bia", name: "Bia", role: "supervisor" },
];

/** A customer with one contract and open invoices: [id, amount, due date]. */
export const aCustomer = (
  id: string,
  invoices: readonly (readonly [id: string, amount: string, dueDate: string])[],
  taxId = "52998224725",
): object[] => [
  { type: "customer", id, name: `Cliente ${id}`, taxId, city: "Campinas", state: "SP" },
  { type: "contract", id: `${id}-K`, customer: id, ladder: "L1" },
  ...invoices.map(([invoice, amount, dueDate]) => ({
    type: "invoice",
    id: invoice,
    number: invoice,
    customer: id,
    contract: `${id}-K`,
    amount,
    dueDate,
  })),
];
