import type { Ports } from "#core/ports.ts";
import type { Refusal } from "#core/refusals.ts";
import { type Result, refuse } from "#core/result.ts";

/**
 * What a command would answer right now: it runs as it would, and all that it wrote is rolled back. So a preview says what
 * the core will do, and no rule stands in the bot.
 */
export function previewing(ports: Ports): Ports {
  return {
    ...ports,
    async transact<Value>(...[meta, work]: Parameters<typeof ports.transact<Value>>) {
      let answer: Result<Value, Refusal> | undefined;
      const refused = await ports.transact<Value>({ ...meta, key: undefined }, async (unit) => {
        answer = await work(unit);
        return answer.ok ? refuse(ROLL_BACK) : answer;
      });
      return answer ?? refused;
    },
  };
}

/** Nobody reads it: it makes the transaction end without a trace. */
const ROLL_BACK: Refusal = { code: "no_invoices" };
