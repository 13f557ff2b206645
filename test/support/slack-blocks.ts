/** Parts of views and messages as short as can be, each valid; `more` makes them otherwise. */
export const plain = (text: string) => ({ type: "plain_text", text });
export const markup = (text: string) => ({ type: "mrkdwn", text });
export const x = (length: number): string => "x".repeat(length);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const button = (more: object = {}) => ({
  type: "button",
  action_id: "b",
  text: plain("Abrir"),
  ...more,
});
export const option = (more: object = {}) => ({ text: plain("Um"), value: "1", ...more });
export const options = (count: number) => times(count, (index) => option({ value: String(index) }));
export const actions = (...elements: object[]) => ({ type: "actions", elements });
export const section = (more: object = {}) => ({ type: "section", text: markup("oi"), ...more });
export const input = (element: object, more: object = {}) => ({
  type: "input",
  label: plain("Nome"),
  element: { action_id: "i", ...element },
  ...more,
});
export const confirm = (more: object = {}) => ({
  title: plain("Certeza?"),
  text: plain("Mesmo?"),
  confirm: plain("Sim"),
  deny: plain("Não"),
  ...more,
});
export const select = (more: object) => ({ type: "static_select", action_id: "s", ...more });
export const modal = (blocks: unknown, more: object = {}) => ({
  type: "modal",
  title: plain("Título"),
  submit: plain("Enviar"),
  blocks,
  ...more,
});

export const table = (cells: number) => ({
  type: "table",
  rows: [times(cells, () => ({ type: "raw_text", text: "a" }))],
});
