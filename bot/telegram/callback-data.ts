/** What a button says when it is pressed: `v1:verb:row`, at most 64 bytes. Rows are looked up again; amounts never travel. */
export type Pressed = { readonly verb: string; readonly row: string };

const VERSION = "v1";
const SHAPE = /^v1:([a-z][a-z0-9-]{0,23}):([\w.:-]{0,36})$/;

export function callbackData({ verb, row }: Pressed): string {
  const data = `${VERSION}:${verb}:${row}`;
  if (!SHAPE.test(data)) throw new Error(`no button may say ${data}`);
  return data;
}

/** Undefined for a button of another version of ours, or of nobody's. */
export function readCallbackData(data: string): Pressed | undefined {
  const [, verb, row = ""] = SHAPE.exec(data) ?? [];
  return verb === undefined ? undefined : { verb, row };
}
