import { generateProvider, type ProviderOptions } from "#bot/demo/provider/generate-provider.ts";
import type { ImportRecord } from "#bot/demo/provider/import-record.ts";

export type RecordType = ImportRecord["type"];
export type RecordOf<T extends RecordType> = Extract<ImportRecord, { type: T }>;

/** A provider with its records by type, each of them by id where that is asked. */
export function providerOf(options: ProviderOptions) {
  const { records, plannedCases } = generateProvider(options);
  const all = [...records];
  const of = <T extends RecordType>(type: T): RecordOf<T>[] =>
    all.filter((record): record is RecordOf<T> => record.type === type);
  const byId = <T extends RecordType>(type: T): ReadonlyMap<string, RecordOf<T>> =>
    new Map(of(type).map((record) => [record.id, record]));
  return { all, of, byId, plannedCases };
}

export const forwardDay = (ladder: RecordOf<"ladder">): number | undefined =>
  ladder.steps.find(({ action }) => action === "forward_to_collections")?.day;
