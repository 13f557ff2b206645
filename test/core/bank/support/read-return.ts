import { createReturnReader } from "#core/bank/return/reader.ts";
import type { ReturnRefusal, ReturnSummary, ReturnTitle } from "#core/bank/return/title.ts";

export type WhatCame = {
  readonly titles: ReturnTitle[];
  readonly refusals: ReturnRefusal[];
  /** Undefined when the whole file is refused. */
  readonly summary: ReturnSummary | undefined;
};

export function readReturn(lines: readonly string[]): WhatCame {
  const reader = createReturnReader();
  const titles: ReturnTitle[] = [];
  const refusals: ReturnRefusal[] = [];
  for (const [index, line] of lines.entries()) {
    const outcome = reader.push(line, index + 1);
    if (!outcome.ok) refusals.push(outcome.refusal);
    else if (outcome.value !== null) titles.push(outcome.value);
  }
  const end = reader.end();
  return { titles, refusals, summary: end.ok ? end.value : undefined };
}
